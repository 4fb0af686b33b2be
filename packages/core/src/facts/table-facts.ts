import { type Reading, TRAIT } from '../reading/reading.js'
import type { FormRow } from '../types.js'
import { isBlankTotal } from './blank-totals.js'
import { cellsWith, evidenceAt, foundCell, hasUnplaced, tableHas } from './evidence.js'
import type { BoundFact, FactDefinition, Found, Reason } from './fact.js'
import { missingColumns, oddRows } from './table-columns.js'
import { extraRows, missingRows, oddLabels, ownRows } from './table-rows.js'

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
const appliesTo = ({ appliesTo: rules }: FormRow, { kind, rank }: Pick<Reading, 'kind' | 'rank'>): boolean =>
  rules === undefined ||
  rules.some(
    (rule) =>
      (rule.kind === undefined || rule.kind === kind) &&
      (rule.rank === undefined || (rule.rank as readonly string[]).includes(rank)),
  )

/** A total over parts that are not all zero has its own finding. */
const isPlainBlank = (reading: Reading, cell: number): boolean =>
  appliesTo(reading.form.rows[reading.form.cells[cell]!.row]!.form, reading) && !isBlankTotal(reading, cell)

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
  extraRows: { ...list(extraRows), comparesForm: true, ofFound: true },
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
  oddLabels: { ...list(oddLabels), document: true, ofFound: true },
  blankCells: { ...list(cellsOf(TRAIT.blank, 'blank', isPlainBlank)), ofFound: true },
  blankTotals: { ...list(cellsOf(TRAIT.blank, 'total', isBlankTotal)), ofFound: true },
  placeholderCells: { ...list(cellsOf(TRAIT.placeholder, 'placeholder')), ofFound: true },
  annotatedCells: { ...list(cellsOf(TRAIT.annotated, 'annotated')), ofFound: true },
  oddDigitCells: { ...list(cellsOf(TRAIT.oddDigits, 'digits')), ofFound: true },
}

/** A report without a single table has mostly lost them to pictures or attachments: what they hold is not known. */
const hasNoTables = ({ tables }: Reading): boolean => tables.every((table) => table === undefined)

const unplacedRow = (reading: Reading, table: number): string | undefined => {
  const { pointer } = reading.form.tables[table]!
  return reading.report.document?.unplaced.find(
    (entry) => entry.pointer === pointer || entry.pointer.startsWith(`${pointer}/`),
  )?.pointer
}
