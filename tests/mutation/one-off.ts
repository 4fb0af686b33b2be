import type { Report } from '@gouji/core'
import type { Edition } from '../support/editions.js'

/** The cells of tables 三 and 四, which are all numbers. */
export const numberCellsOf = ({ compiled: { form } }: Edition) =>
  form.cells.filter(({ table }) => form.tables[table]!.id !== 'regulations')

/** The clean report with one cell changed. */
export const changedByOne = (edition: Edition, index: number, by: 1 | -1): Report => {
  const report = edition.cleanReport()
  const { form } = edition.compiled
  const { table, row, column } = form.cells[index]!
  const { section, id } = form.tables[table]!
  const cell = report.sections[section]!.tables![id]!.rows[form.rows[row]!.id]!
  cell[column] = (cell[column] as number) + by
  return report
}
