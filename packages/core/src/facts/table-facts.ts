import { type Reading, TRAIT } from '../reading/reading.js'
import { normalizeLabel, withoutNotes } from '../text/normalize.js'
import { splitOrdinal } from '../text/ordinals.js'
import type { FormRow, OddRow } from '../types.js'
import { isBlankTotal } from './blank-totals.js'
import { cellsWith, evidenceAt, foundCell, hasUnplaced, tableHas } from './evidence.js'
import type { BoundFact, Evidence, FactDefinition, Found, Reason } from './fact.js'

const NONE: readonly Found[] = []

const list = (find: (reading: Reading, table: number) => readonly Found[]): FactDefinition => ({
  of: ['table'],
  type: 'list',
  nullable: false,
  bind: (): BoundFact => ({ value: find }),
})

const cellsOf =
  (trait: number, role: string, keep: (reading: Reading, cell: number) => boolean = () => true) =>
  (reading: Reading, table: number): readonly Found[] =>
    tableHas(reading, table, trait)
      ? cellsWith(reading, table, trait)
          .filter((cell) => keep(reading, cell))
          .map((cell) => foundCell(reading, cell, role))
      : NONE

/** Whether the body has this row to fill; `false` where its kind or rank is unknown and the row is for some only. */
export const appliesTo = ({ appliesTo: rules }: FormRow, { kind, rank }: Pick<Reading, 'kind' | 'rank'>): boolean =>
  rules === undefined ||
  rules.some(
    (rule) =>
      (rule.kind === undefined || rule.kind === kind) &&
      (rule.rank === undefined || (rule.rank as readonly string[]).includes(rank)),
  )

/** A total over parts that are not all zero has its own finding. */
const isPlainBlank = (reading: Reading, cell: number): boolean =>
  appliesTo(reading.form.rows[reading.form.cells[cell]!.row]!.form, reading) && !isBlankTotal(reading, cell)

const missingRows = (reading: Reading, table: number): readonly Found[] => {
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

const extraRows = (reading: Reading, table: number): readonly Found[] => {
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
const oddRowEvidence = ({ table, row, label, cells, place }: OddRow): Evidence => ({
  role: 'row',
  label,
  pointer: row ?? table,
  raw: cells.join(' '),
  ...(place ? { place } : {}),
})

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

const missingColumns = (reading: Reading, table: number): readonly Found[] => {
  const spec = reading.form.tables[table]!
  return missingColumnsOf(reading, table).map(({ column }) => {
    const label = spec.form.columns.find(({ id }) => id === column)?.label ?? column
    return { name: label, evidence: () => ({ role: 'column', label, pointer: spec.pointer }) }
  })
}

const oddRows = (reading: Reading, table: number): readonly Found[] => {
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

/** The label without ordinal and notes, as it is compared. */
const bare = (label: string): string => normalizeLabel(withoutNotes(splitOrdinal(label).rest))

const oddLabels = (reading: Reading, table: number): readonly Found[] => {
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
const ownRows = (reading: Reading, table: number): readonly Found[] => {
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

const unplacedText = ({ form }: Reading, table: number, pointer = form.tables[table]!.pointer): Reason => ({
  code: 'unplaced-text',
  pointer,
  label: form.tables[table]!.label,
})

/** Facts of tables. The lists name things found; an empty list is a good table. */
export const tableFacts: Record<string, FactDefinition> = {
  tableSectionPresent: {
    of: ['table'],
    type: 'boolean',
    nullable: false,
    bind: (): BoundFact => ({
      value: ({ form, report }, table) => Object.hasOwn(report.sections, form.tables[table]!.section),
    }),
  },
  tablePresent: {
    of: ['table'],
    type: 'boolean',
    nullable: true,
    comparesForm: true,
    ofPresence: true,
    bind: (): BoundFact => ({
      value: (reading, table) => {
        if (reading.tables[table] !== undefined) return true
        const { section, pointer } = reading.form.tables[table]!
        return hasNoTables(reading) || hasUnplaced(reading, section, pointer) ? null : false
      },
      reason: (reading, table) => (hasNoTables(reading) ? { code: 'missing-table' } : unplacedText(reading, table)),
      evidence: (reading, table) => [
        evidenceAt(reading, {
          role: 'table',
          label: reading.form.tables[table]!.label,
          pointer: reading.form.tables[table]!.pointer,
        }),
      ],
    }),
  },
  missingRows: {
    of: ['table'],
    type: 'list',
    nullable: true,
    comparesForm: true,
    bind: (): BoundFact => ({
      value: (reading, table) => {
        const found = missingRows(reading, table)
        return found.length > 0 && hasUnplaced(reading, undefined, reading.form.tables[table]!.pointer) ? null : found
      },
      reason: (reading, table) => unplacedText(reading, table),
    }),
  },
  extraRows: { ...list(extraRows), comparesForm: true },
  missingColumns: { ...list(missingColumns), comparesForm: true },
  oddRows: {
    of: ['table'],
    type: 'list',
    nullable: true,
    comparesForm: true,
    bind: (): BoundFact => ({
      value: (reading, table) => {
        const found = oddRows(reading, table)
        return found.length === 0 && unplacedRow(reading, table) !== undefined ? null : found
      },
      reason: (reading, table) => unplacedText(reading, table, unplacedRow(reading, table)),
    }),
  },
  ownRows: { ...list(ownRows), comparesForm: true },
  oddLabels: { ...list(oddLabels), comparesForm: true, document: true },
  blankCells: list(cellsOf(TRAIT.blank, 'blank', isPlainBlank)),
  blankTotals: list(cellsOf(TRAIT.blank, 'total', isBlankTotal)),
  placeholderCells: list(cellsOf(TRAIT.placeholder, 'placeholder')),
  annotatedCells: list(cellsOf(TRAIT.annotated, 'annotated')),
  oddDigitCells: list(cellsOf(TRAIT.oddDigits, 'digits')),
}

/** A report without a single table has mostly lost them to pictures or attachments: what they hold is not known. */
const hasNoTables = ({ tables }: Reading): boolean => tables.every((table) => table === undefined)

const unplacedRow = (reading: Reading, table: number): string | undefined => {
  const { pointer } = reading.form.tables[table]!
  return reading.report.document?.unplaced.find(
    (entry) => entry.pointer === pointer || entry.pointer.startsWith(`${pointer}/`),
  )?.pointer
}
