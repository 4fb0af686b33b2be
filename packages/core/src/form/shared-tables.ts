import { sameValue } from '../report/same-value.js'
import type { Form, FormTable } from '../types.js'

interface Known {
  readonly others: readonly Form[]
  readonly shared: readonly boolean[]
}

const known = new WeakMap<Form, Known>()

/** By table of the form: whether every other edition among the forms prints the very same one, so that it is of no edition. */
export const sharedTables = (form: Form, forms: readonly Form[]): readonly boolean[] => {
  const others = forms.filter(({ edition }) => edition !== form.edition)
  const before = known.get(form)
  if (before && sameForms(before.others, others)) return before.shared
  const shared = form.tables.map(
    (table) => others.length > 0 && others.every((other) => sameValue(printOf(table, form), printOf(table, other))),
  )
  known.set(form, { others, shared })
  return shared
}

const sameForms = (a: readonly Form[], b: readonly Form[]): boolean =>
  a.length === b.length && a.every((form, index) => form === b[index])

/** What a form prints of a table, and what it adds up in it. */
const printOf = ({ id, section }: FormTable, { tables, relations }: Form): unknown => {
  const table = tables.find((each) => each.id === id && each.section === section)
  return table && [table.layout, table.columns, table.blocks, relations.filter((relation) => relation.table === id)]
}
