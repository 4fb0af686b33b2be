import { type Form, type Pack, sameValue } from '@gouji/core'

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
