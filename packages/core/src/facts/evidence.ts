import type { TableSpec } from '../form/compile-form.js'
import { type Reading, TRAIT } from '../reading/reading.js'
import type { Cell, Place } from '../types.js'
import type { Evidence, Found, Reason, ReasonCode } from './fact.js'

/** Where the thing at the pointer stands in the document, as far as it is known. */
const placeOf = (reading: Reading, pointer: string): Place | undefined => reading.report.document?.places[pointer]

/** The evidence as one object, its place filled in from the document. */
export const evidenceAt = (reading: Reading, evidence: Evidence & { readonly pointer: string }): Evidence => {
  const place = evidence.place ?? placeOf(reading, evidence.pointer)
  return place === undefined ? evidence : { ...evidence, place }
}

/** A cell as evidence: its label, number, raw text and place. */
export const cellEvidence = (reading: Reading, cell: number, role: string): Evidence => {
  const { pointer, label } = reading.form.cells[cell]!
  const trait = reading.traits[cell]!
  if (trait === TRAIT.missing) return evidenceAt(reading, { role, label, pointer })
  const number = reading.numbers[cell]!
  const raw = trait === 0 ? String(number) : rawText(rawCell(reading, cell))
  const value = Number.isNaN(number) ? (trait & TRAIT.blank ? null : undefined) : number
  return evidenceAt(reading, { role, label, pointer, ...(value === undefined ? {} : { value }), raw })
}

/** The cell as the report has it. */
export const rawCell = (reading: Reading, cell: number): Cell | undefined => {
  const spec = reading.form.cells[cell]!
  return reading.tables[spec.table]?.rows[reading.form.rows[spec.row]!.id]?.[spec.column]
}

const rawText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell))

/** A cell found by a list fact. */
export const foundCell = (reading: Reading, cell: number, role: string): Found => ({
  name: reading.form.cells[cell]!.label,
  evidence: () => cellEvidence(reading, cell, role),
})

/** Whether the cell is one of the form's edition; one of another is no ground for a rule that names it. */
export const isOwnCell = ({ allOwn, form, ownEdition }: Reading, cell: number): boolean =>
  cell >= 0 && (allOwn || ownEdition[form.cells[cell]!.table]!)

/** Why the cell's value cannot be known; the widest thing that is missing. */
export const whyUnknown = (reading: Reading, cell: number): Reason => {
  const { form, tables, rowPresent, traits } = reading
  const spec = form.cells[cell]!
  const row = form.rows[spec.row]!
  const table = form.tables[spec.table]!
  if (!reading.readable[spec.table]) return { code: 'other-edition', pointer: table.pointer, label: table.label }
  if (tables[spec.table] === undefined) return whyAbsent(reading, table)
  const missing = !rowPresent[spec.row] ? 'missing-row' : traits[cell] === TRAIT.missing ? 'missing-cell' : null
  if (missing !== null) {
    const { pointer, label } = missing === 'missing-row' ? row : spec
    const unplaced = hasUnplaced(reading, undefined, row.pointer, table.pointer)
    return { code: unplaced ? 'unplaced-text' : unlessUnread(reading, table.section, missing), pointer, label }
  }
  if (traits[cell]! & TRAIT.blank) {
    // A blank total whose parts cannot be known is no better known than they are.
    const parts = form.totalOf[cell]!.flatMap((relation) => form.relations[relation]!.left)
    const unknown = Number.isNaN(reading.values[cell])
      ? parts.find((part) => Number.isNaN(reading.values[part]))
      : undefined
    return unknown === undefined
      ? { code: 'blank-total', pointer: spec.pointer, label: spec.label }
      : whyUnknown(reading, unknown)
  }
  return { code: 'unreadable-cell', pointer: spec.pointer, label: spec.label }
}

/** Why nothing can be said of a table that is not there. */
export const whyAbsent = (reading: Reading, { section, pointer, label }: TableSpec): Reason => ({
  code: hasUnplaced(reading, section, pointer) ? 'unplaced-text' : unlessUnread(reading, section, 'missing-table'),
  pointer,
  label,
})

/** What is missing from a section may stand on a page without a text. */
const unlessUnread = ({ unread }: Reading, section: string, missing: ReasonCode): ReasonCode =>
  unread?.has(section) ? 'unread-page' : missing

/** Whether text of these things' region could not be placed. */
export const hasUnplaced = (reading: Reading, section: string | undefined, ...pointers: readonly string[]): boolean =>
  reading.report.document?.unplaced.some(
    ({ pointer }) =>
      pointers.includes(pointer) ||
      (section !== undefined && (pointer === `/sections/${section}` || pointer.startsWith(`/sections/${section}/`))),
  ) ?? false

/** Whether any cell of the table has one of the traits: at once, without looking at the cells. */
export const tableHas = (reading: Reading, table: number, traits: number): boolean =>
  (reading.tableTraits[table]! & traits) !== 0

/** The cells of a table that have one of the traits. */
export const cellsWith = (reading: Reading, table: number, traits: number): number[] => {
  const { firstCell, endCell } = reading.form.tables[table]!
  const found: number[] = []
  for (let c = firstCell; c < endCell; c++) if (reading.traits[c]! & traits) found.push(c)
  return found
}
