import type { Reading } from '../reading/reading.js'
import { normalizeLabel, withoutNotes } from '../text/normalize.js'
import { splitOrdinal } from '../text/ordinals.js'
import type { OddRow } from '../types.js'
import { evidenceAt } from './evidence.js'
import type { Evidence, Found } from './fact.js'

const NONE: readonly Found[] = []

/** Rows of the form that the table does not have. */
export const missingRows = (reading: Reading, table: number): readonly Found[] => {
  const { form, rowPresent } = reading
  const { firstRow, endRow } = form.tables[table]!
  const found: Found[] = []
  if (reading.tables[table] === undefined) return NONE
  for (let r = firstRow; r < endRow; r++) {
    const row = form.rows[r]!
    if (rowPresent[r] || row.form.local) continue
    found.push({ name: row.label, evidence: () => ({ role: 'row', label: row.label, pointer: row.pointer }) })
  }
  return found
}

/** Rows of the table that the form does not have, or has as local ones only. */
export const extraRows = (reading: Reading, table: number): readonly Found[] => {
  const present = reading.tables[table]
  if (!present) return NONE
  const { form, report } = reading
  const { pointer, firstRow, endRow, form: spec } = form.tables[table]!
  const found: Found[] = []
  let own = 0
  for (let r = firstRow; r < endRow; r++) {
    if (!reading.rowPresent[r]) continue
    own++
    const row = form.rows[r]!
    if (row.form.local)
      found.push({
        name: row.label,
        evidence: () => evidenceAt(reading, { role: 'row', label: row.label, pointer: row.pointer }),
      })
  }
  const ids = Object.keys(present.rows)
  if (ids.length > own) {
    for (const id of ids) {
      if (form.rowById.get(id)?.table === table) continue
      const printed = report.document?.labels[`${pointer}/rows/${id}`]
      const label = printed ?? spec.ownRows?.find((own) => own.id === id)?.label ?? id
      found.push({
        name: label,
        evidence: () => evidenceAt(reading, { role: 'row', label, pointer: `${pointer}/rows/${id}` }),
      })
    }
  }
  for (const odd of report.document?.oddRows ?? []) {
    if (odd.table !== pointer || odd.row !== undefined || odd.expected !== undefined) continue
    found.push({
      name: odd.label,
      evidence: () => oddRowEvidence(odd),
    })
  }
  return found
}

/** A row of the document that the form's rows do not hold; its pointer is the nearest thing that does. */
export const oddRowEvidence = ({ table, row, label, cells, place }: OddRow): Evidence => ({
  role: 'row',
  label,
  pointer: row ?? table,
  raw: cells.join(' '),
  ...(place ? { place } : {}),
})

/** The label without ordinal and notes, as it is compared. */
const bare = (label: string): string => normalizeLabel(withoutNotes(splitOrdinal(label).rest))

/** Printed labels that are neither the form's nor an accepted wording. */
export const oddLabels = (reading: Reading, table: number): readonly Found[] => {
  const labels = reading.report.document?.labels
  if (!labels) return NONE
  const { form, rowPresent } = reading
  const { firstRow, endRow } = form.tables[table]!
  const found: Found[] = []
  for (let r = firstRow; r < endRow; r++) {
    const row = form.rows[r]!
    const printed = rowPresent[r] ? labels[row.pointer] : undefined
    if (printed === undefined || printed === row.label) continue
    const known = [row.label, ...(row.form.variants ?? [])].map(bare)
    if (known.includes(bare(printed))) continue
    found.push({
      name: `${printed}(${row.label})`,
      evidence: () => evidenceAt(reading, { role: 'label', label: row.label, pointer: row.pointer, raw: printed }),
    })
  }
  return found
}

/** Rows printed in place of those that they stand for. */
export const ownRows = (reading: Reading, table: number): readonly Found[] => {
  const { form } = reading
  const { firstRow, endRow, form: spec } = form.tables[table]!
  return form.rows
    .slice(firstRow, endRow)
    .filter(({ id }) => spec.ownRows?.some((own) => own.id === id))
    .map(({ label, pointer }) => ({
      name: label,
      evidence: () => evidenceAt(reading, { role: 'row', label, pointer }),
    }))
}
