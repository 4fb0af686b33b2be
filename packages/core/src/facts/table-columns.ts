import { type Reading, TRAIT } from '../reading/reading.js'
import { evidenceAt, hasUnplaced, tableHas } from './evidence.js'
import type { Found } from './fact.js'
import { oddRowEvidence } from './table-rows.js'

/** Columns that a block of rows has nowhere: not a lost cell, a lost column. */
const missingColumnsOf = (
  reading: Reading,
  table: number,
): readonly { readonly block: number; readonly column: string }[] => {
  if (!tableHas(reading, table, TRAIT.missing)) return []
  const { form, rowPresent, traits } = reading
  const spec = form.tables[table]!
  const missing: { block: number; column: string }[] = []
  for (const [block, { columns }] of spec.form.blocks.entries()) {
    const rows = form.rows
      .slice(spec.firstRow, spec.endRow)
      .filter((row) => row.block === block && rowPresent[row.index])
    // Rows without a single cell tell nothing of columns: their cells could not be placed.
    const filled = rows.filter((row) =>
      traits.slice(row.firstCell, row.endCell).some((trait) => trait !== TRAIT.missing),
    )
    if (filled.length === 0) continue
    for (const [position, column] of columns.entries()) {
      if (
        filled.every((row) => traits[row.firstCell + position] === TRAIT.missing) &&
        (filled.length > 1 || columns.length > 1)
      )
        missing.push({ block, column })
    }
  }
  return missing
}

/** Columns of the form that the table has nowhere. */
export const missingColumns = (reading: Reading, table: number): readonly Found[] => {
  const spec = reading.form.tables[table]!
  return missingColumnsOf(reading, table).map(({ column }) => {
    const label = spec.form.columns.find(({ id }) => id === column)?.label ?? column
    return { name: label, evidence: () => ({ role: 'column', label, pointer: spec.pointer }) }
  })
}

/** Rows with another number of cells than the form gives them, lost columns apart. */
export const oddRows = (reading: Reading, table: number): readonly Found[] => {
  const { form, report, rowPresent, traits } = reading
  const { pointer, firstRow, endRow } = form.tables[table]!
  const odd = report.document?.oddRows ?? []
  const found: Found[] = []
  for (const entry of odd) {
    if (entry.table !== pointer || entry.expected === undefined) continue
    found.push({
      name: `${entry.label}(${entry.cells.length}/${entry.expected})`,
      evidence: () => oddRowEvidence(entry),
    })
  }
  if (!tableHas(reading, table, TRAIT.missing)) return found
  const lost = missingColumnsOf(reading, table)
  for (let r = firstRow; r < endRow; r++) {
    const row = form.rows[r]!
    if (
      !rowPresent[r] ||
      odd.some((entry) => entry.row === row.pointer) ||
      hasUnplaced(reading, undefined, row.pointer, pointer)
    )
      continue
    const columns = row.columns.filter(
      (column) => !lost.some((entry) => entry.block === row.block && entry.column === column),
    )
    const present = columns.filter(
      (column) => traits[form.cellByKey.get(`${row.id}.${column}`)!.index] !== TRAIT.missing,
    ).length
    if (present === columns.length) continue
    found.push({
      name: `${row.label}(${present}/${columns.length})`,
      evidence: () => evidenceAt(reading, { role: 'row', label: row.label, pointer: row.pointer }),
    })
  }
  return found
}
