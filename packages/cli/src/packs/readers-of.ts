import { type Form, type Pack, packOfYear, sameValue } from '@gouji/core'

/** What inputs are read by. */
export interface Readers {
  readonly packs: readonly Pack[]
  /** The forms of all packs, each content once: a table is read by the one that fits it. */
  readonly forms: readonly Form[]
}

export const readersOf = (packs: readonly Pack[]): Readers => {
  const forms: Form[] = []
  for (const { form } of packs) if (!forms.some((known) => sameValue(known, form))) forms.push(form)
  return { packs, forms }
}

/** The form of the pack that judges reports of the year; where none does, the last pack's. */
export const formOfYear = ({ packs }: Pick<Readers, 'packs'>, year: number): Form =>
  (packOfYear(packs, year) ?? packs.at(-1)!).form
