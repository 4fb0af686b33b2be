import { readCell } from '../cell/read-cell.js'
import type { Reading } from '../reading/reading.js'
import { normalizeLabel, toHalfWidth, withoutNotes } from '../text/normalize.js'
import { rawCell } from './evidence.js'

/** The unit of a cell's number: the one written in it, else the one in its column's printed header; `none` where neither has one. */
export const headerUnit = (reading: Reading, cell: number): string => {
  const raw = rawCell(reading, cell)
  const written = typeof raw === 'string' ? readCell(raw, reading.form.words).unit : undefined
  if (written !== undefined) return written
  const { table, columnLabel } = reading.form.cells[cell]!
  const headers = reading.report.document?.headers[reading.form.tables[table]!.pointer]
  if (headers === undefined) return 'none'
  const label = normalizeLabel(withoutNotes(columnLabel))
  const header = headers.find((text) => normalizeLabel(text).startsWith(label))
  return (header && unitIn(toHalfWidth(header), reading.form.words.units)) ?? 'none'
}

/** A unit that a header states: in brackets of its own, or after the word 单位. */
const unitIn = (header: string, units: readonly string[]): string | undefined =>
  units.find(
    (unit) => header.includes(`(${unit})`) || header.includes(`单位:${unit}`) || header.includes(`单位${unit}`),
  )
