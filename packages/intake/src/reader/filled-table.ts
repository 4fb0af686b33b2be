import type { Cell, FormRow, OddRow, Place, Unplaced } from '@gouji/core'
import type { Token } from './read-entries.js'
import type { Survey } from './survey-table.js'
import type { IndexedRow } from './table-index.js'
import { cellOf } from './values.js'

/** A table's part of the report and of its document information. */
export interface FilledTable {
  readonly rows: Map<string, Record<string, Cell>>
  readonly labels: Map<string, string>
  readonly places: Map<string, Place>
  readonly oddRows: OddRow[]
  readonly unplaced: Unplaced[]
}

export const createFilledTable = (): FilledTable => ({
  rows: new Map(),
  labels: new Map(),
  places: new Map(),
  oddRows: [],
  unplaced: [],
})

export const rowPointer = ({ index }: Survey, row: FormRow): string => `${index.pointer}/rows/${row.id}`

/** Records that the row stands there under this label; its cells are still to come. */
export const nameRow = (table: FilledTable, survey: Survey, { row }: IndexedRow, label: string, place: Place): void => {
  const pointer = rowPointer(survey, row)
  table.rows.set(row.id, {})
  table.labels.set(pointer, label)
  table.places.set(pointer, place)
}

/** Sets the row's cells; one without a token is blank and stands where its row does. */
export const fillRow = (
  table: FilledTable,
  survey: Survey,
  { row }: IndexedRow,
  columns: readonly string[],
  tokens: readonly (Token | null)[],
): void => {
  const pointer = rowPointer(survey, row)
  const cells: Record<string, Cell> = {}
  for (const [at, column] of columns.entries()) {
    const token = tokens[at]
    cells[column] = token ? cellOf(token.text) : null
    const place = token?.place ?? table.places.get(pointer)
    if (place) table.places.set(`${pointer}/${column}`, place)
  }
  table.rows.set(row.id, cells)
}

/** Takes away the row's cells: it prints none, and values that stand elsewhere in the table may be its own. */
export const emptyRow = (table: FilledTable, survey: Survey, { row }: IndexedRow): void => {
  for (const column of Object.keys(table.rows.get(row.id) ?? {}))
    table.places.delete(`${rowPointer(survey, row)}/${column}`)
  table.rows.set(row.id, {})
}

export const addUnplaced = (table: FilledTable, pointer: string, tokens: readonly Token[]): void => {
  for (const { text, place } of tokens) if (text !== '') table.unplaced.push({ pointer, text, place })
}
