import type { Form, Pack } from '@gouji/core'

/** The forms that documents are read by: one of each edition, that of the pack which was loaded last. */
export const formsOf = (packs: readonly Pack[]): readonly Form[] => [
  ...new Map(packs.map(({ form }) => [form.edition, form])).values(),
]
