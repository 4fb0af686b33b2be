import { addCells } from '../cell/add-exactly.js'
import type { CellState } from '../cell/read-cell.js'
import { type Reading, TRAIT } from '../reading/reading.js'
import { cellEvidence, isOwnCell, whyUnknown } from './evidence.js'
import type { BindContext, BoundFact, FactDefinition, Reason } from './fact.js'
import { headerUnit } from './header-unit.js'

/** The cell that a fact speaks of: the subject itself, or the one that row and column name. */
const cellIndex = ({ form, each, params }: BindContext): ((subject: number) => number) => {
  if (each === 'cell') return (subject) => subject
  const column = String(params.column)
  if (params.row !== undefined) {
    const index = form.cellByKey.get(`${String(params.row)}.${column}`)?.index ?? -1
    return () => index
  }
  const byRow = form.rows.map((row) => form.cellByKey.get(`${row.id}.${column}`)?.index ?? -1)
  return (subject) => byRow[subject] ?? -1
}

const isUnknown = (reading: Reading, cell: number): boolean =>
  Number.isNaN(reading.values[cell] ?? Number.NaN) || !isOwnCell(reading, cell)

const whyUnstated = (reading: Reading, cell: number): Reason =>
  isOwnCell(reading, cell) ? whyUnknown(reading, cell) : { code: 'other-edition' }

/** The state that a trait byte tells; `null` where the cell is missing. */
const stateOf = (trait: number): CellState | null => {
  if (trait & TRAIT.missing) return null
  if (trait & TRAIT.blank) return 'blank'
  if (trait & TRAIT.placeholder) return 'placeholder'
  if (trait & TRAIT.annotated) return 'annotated'
  return trait & TRAIT.unreadable ? 'unreadable' : 'number'
}

const UNKNOWN = TRAIT.missing | TRAIT.unreadable

const byTraits = (type: FactDefinition['type'], value: (trait: number) => unknown): FactDefinition => ({
  of: ['cell'],
  type,
  nullable: true,
  byTraits: true,
  bind: (): BoundFact => ({
    value: (reading, cell) => value(reading.traits[cell]!),
    reason: whyUnknown,
    evidence: (reading, cell) => [cellEvidence(reading, cell, 'cell')],
  }),
})

/** Facts of cells. `value` and `sum` count blanks and placeholders as 0, and are null where a cell cannot be known. */
export const cellFacts: Record<string, FactDefinition> = {
  state: byTraits('text', stateOf),
  isNegative: byTraits('boolean', (trait) => (trait & UNKNOWN ? null : (trait & TRAIT.negative) !== 0)),
  hasDecimals: byTraits('boolean', (trait) => (trait & UNKNOWN ? null : (trait & TRAIT.decimal) !== 0)),
  number: {
    of: ['cell'],
    type: 'number',
    nullable: true,
    bind: (): BoundFact => ({
      value: (reading, cell) => {
        const number = reading.numbers[cell]!
        if (!Number.isNaN(number)) return number
        return reading.traits[cell]! & (TRAIT.blank | TRAIT.placeholder) ? 0 : null
      },
      reason: whyUnknown,
      evidence: (reading, cell) => [cellEvidence(reading, cell, 'cell')],
    }),
  },
  value: {
    of: ['report', 'row', 'section', 'table'],
    type: 'number',
    nullable: true,
    params: { row: 'row?', column: 'column' },
    bind: (context): BoundFact => {
      const indexOf = cellIndex(context)
      return {
        value: (reading, subject) => {
          const cell = indexOf(subject)
          const value = reading.values[cell]!
          return Number.isNaN(value) || !isOwnCell(reading, cell) ? null : value
        },
        reason: (reading, subject) => whyUnstated(reading, indexOf(subject)),
        evidence: (reading, subject) => {
          const cell = indexOf(subject)
          return isOwnCell(reading, cell) ? [cellEvidence(reading, cell, 'cell')] : []
        },
      }
    },
  },
  sum: {
    of: ['row'],
    type: 'number',
    nullable: true,
    params: { columns: 'columns' },
    bind: (context): BoundFact => {
      const columns = context.params.columns as string[]
      const cellsOf = context.form.rows.map(({ id }) =>
        columns.map((column) => context.form.cellByKey.get(`${id}.${column}`)?.index ?? -1),
      )
      return {
        value: (reading, row) => {
          const sum = addCells(reading.values, cellsOf[row]!)
          return Number.isNaN(sum) ? null : sum
        },
        reason: (reading, row) =>
          whyUnknown(reading, cellsOf[row]!.find((cell) => Number.isNaN(reading.values[cell]))!),
        evidence: (reading, row) => cellsOf[row]!.map((cell) => cellEvidence(reading, cell, 'cell')),
      }
    },
  },
  quotient: {
    of: ['report'],
    type: 'number',
    nullable: true,
    params: { dividend: 'cell', divisor: 'cell' },
    bind: ({ form, params }): BoundFact => {
      const [dividend, divisor] = [params.dividend, params.divisor].map(
        (key) => form.cellByKey.get(String(key))?.index ?? -1,
      ) as [number, number]
      return {
        value: (reading) => {
          const quotient = reading.values[dividend]! / reading.values[divisor]!
          const isKnown = Number.isFinite(quotient) && isOwnCell(reading, dividend) && isOwnCell(reading, divisor)
          return isKnown ? Math.round(quotient * 100) / 100 : null
        },
        reason: (reading) =>
          whyUnstated(reading, [dividend, divisor].find((cell) => isUnknown(reading, cell)) ?? dividend),
      }
    },
  },
  unit: {
    of: ['report', 'row'],
    type: 'text',
    nullable: false,
    params: { row: 'row?', column: 'column' },
    bind: (context): BoundFact => {
      const indexOf = cellIndex(context)
      return {
        value: (reading, subject) => {
          const cell = indexOf(subject)
          return isOwnCell(reading, cell) ? headerUnit(reading, cell) : 'none'
        },
      }
    },
  },
}
