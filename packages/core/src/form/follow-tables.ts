import type { Reading } from '../reading/reading.js'
import type { Form, FormRelation, FormTable, Table } from '../types.js'

/** How one table of a report is laid out, where that is not as the form says. */
export interface OtherLayout {
  /** The table of the report's form that it takes the place of. */
  readonly table: FormTable
  /** The form that it follows: another edition's, or the report's own with a group's own row in place of the group. */
  readonly form: Form
  readonly ownRows: readonly string[]
}

const NONE: readonly OtherLayout[] = []

/** The tables of a report, read by its form, that are not laid out as that says, as far as one of the other forms, or the form's own rows, tell how they are. */
export const otherLayouts = (
  { form: { tables: specs, form }, tables, ownEdition }: Reading,
  others: readonly Form[],
): readonly OtherLayout[] => {
  let found = NONE
  for (let i = 0; i < specs.length; i++) {
    const printed = tables[i]
    if (printed === undefined) continue
    const table = specs[i]!.form
    const layout = ownEdition[i] ? ownLayout(printed, table, form) : layoutIn(printed, table, others)
    if (layout) found = [...found, layout]
  }
  return found
}

const isSameTable = (a: FormTable, b: FormTable): boolean => a.id === b.id && a.section === b.section

const layoutIn = (printed: Table, table: FormTable, others: readonly Form[]): OtherLayout | null => {
  const form = others.find(
    ({ edition, tables }) => edition === printed.form && tables.some((each) => isSameTable(each, table)),
  )
  return form ? { table, form, ownRows: [] } : null
}

const ownLayout = ({ rows }: Table, table: FormTable, form: Form): OtherLayout | null => {
  if (table.ownRows === undefined) return null
  const ownRows = table.ownRows.filter(
    ({ id, of }) => Object.hasOwn(rows, id) && !of.some((member) => Object.hasOwn(rows, member)),
  )
  return ownRows.length === 0 ? null : { table, form, ownRows: ownRows.map(({ id }) => id) }
}

/** The form with each of the layouts in its table's place, its sums with it. */
export const formWithLayouts = (form: Form, layouts: readonly OtherLayout[]): Form => {
  const layoutOf = (table: string): OtherLayout | undefined => layouts.find((layout) => layout.table.id === table)
  return {
    ...form,
    tables: form.tables.map((table) => {
      const layout = layoutOf(table.id)
      return layout ? tableOf(layout) : table
    }),
    relations: [
      ...form.relations.filter(({ table }) => !layoutOf(table)),
      ...layouts.flatMap((layout) =>
        layout.form.relations
          .filter(({ table }) => table === layout.table.id)
          .map((relation) => relationOf(relation, layout)),
      ),
    ],
  }
}

const ownRowOf = ({ table: { ownRows = [] }, ownRows: used }: OtherLayout, row: string) =>
  ownRows.find(({ id, of }) => used.includes(id) && of.includes(row))

const tableOf = (layout: OtherLayout): FormTable => {
  const { table, form } = layout
  const followed = form.tables.find((each) => isSameTable(each, table)) ?? table
  if (layout.ownRows.length === 0) return followed
  return {
    ...followed,
    blocks: followed.blocks.map((block) => ({
      ...block,
      rows: block.rows.flatMap((row) => {
        const own = ownRowOf(layout, row.id)
        if (!own) return [row]
        return own.of[0] === row.id ? [{ id: own.id, label: own.label }] : []
      }),
    })),
  }
}

const relationOf = (relation: FormRelation, layout: OtherLayout): FormRelation => {
  const withOwnRows = (rows: readonly string[]): string[] => [
    ...new Set(rows.map((row) => ownRowOf(layout, row)?.id ?? row)),
  ]
  return layout.ownRows.length === 0 || relation.per === 'row'
    ? relation
    : { ...relation, left: withOwnRows(relation.left), right: withOwnRows(relation.right) }
}
