import { type Form, type Pack, packOfYear, sameValue } from '@gouji/core'
import { allPacks, type LoadedPacks } from './load-packs.js'

/** What inputs are read by. */
export interface Readers {
  /** The packs for every report. */
  readonly packs: readonly Pack[]
  /** The forms of all packs, each content once: a table is read by the one that fits it. */
  readonly forms: readonly Form[]
}

export const readersOf = (loaded: LoadedPacks): Readers => {
  const forms: Form[] = []
  for (const { pack } of allPacks(loaded))
    if (!forms.some((known) => sameValue(known, pack.form))) forms.push(pack.form)
  return { packs: loaded.general.map(({ compiled }) => compiled.pack), forms }
}

/** The form of the pack that judges reports of the year; where none does, the last pack's. */
export const formOfYear = ({ packs, forms }: Readers, year: number): Form =>
  (packOfYear(packs, year) ?? packs.at(-1))?.form ?? forms.at(-1)!
