import type { Cell, Report } from '@gouji/core'
import { expect } from 'vitest'
import { rowsOf } from '../../packages/intake/test/support/sample-report.js'

const printed = (cell: Cell): string => (cell === null ? '' : String(cell))

/** The cells of every table as they are printed, by table, row and column. */
export const cellsOf = (report: Report): Record<string, Record<string, Record<string, string>>> =>
  mapValues(rowsOf(report), (rows) => mapValues(rows, (cells) => mapValues(cells, printed)))

const mapValues = <From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]))

/** What is said beside the tables, white space apart. */
const saidBy = ({ title, preface, body, publishedOn, sections }: Report) => ({
  title,
  body: body?.name,
  publishedOn,
  preface: preface?.replace(/\s/gu, ''),
  sections: Object.entries(sections).map(([id, { heading, text }]) => [id, heading, text?.replace(/\s/gu, '')]),
})

/** Expects every cell, heading and text of `source` in what was read, and nothing left over. */
export const expectSame = (read: Report, source: Report): void => {
  expect(cellsOf(read)).toEqual(cellsOf(source))
  expect(read.document).toMatchObject({ oddRows: [], unplaced: [] })
  expect(saidBy(read)).toEqual(saidBy(source))
}
