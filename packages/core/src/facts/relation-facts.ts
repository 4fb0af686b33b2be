import { addCells } from '../cell/add-exactly.js'
import type { RelationSpec } from '../form/compile-form.js'
import type { Reading } from '../reading/reading.js'
import { isBlankTotal } from './blank-totals.js'
import { cellEvidence, whyUnknown } from './evidence.js'
import type { BoundFact, FactDefinition } from './fact.js'

type Side = 'left' | 'right'

/** Both sides of every relation, added up once per report; null where a cell cannot be known. */
const sumsOf = (reading: Reading): NonNullable<Reading['sums']> => {
  reading.sums ??= addAll(reading)
  return reading.sums
}

const addAll = (reading: Reading): NonNullable<Reading['sums']> => {
  const { relations } = reading.form
  const sums = { left: [] as (number | null)[], right: [] as (number | null)[] }
  for (let i = 0; i < relations.length; i++) {
    sums.left.push(knownOrNull(addCells(reading.values, relations[i]!.left)))
    sums.right.push(knownOrNull(rightOf(reading, relations[i]!)))
  }
  return sums
}

const knownOrNull = (sum: number): number | null => (Number.isNaN(sum) ? null : sum)

/** A total that is blank over parts that are not all zero has its own finding, so its own sum is not judged. */
const rightOf = (reading: Reading, { total, right }: RelationSpec): number =>
  total && isBlankTotal(reading, right[0]!) ? Number.NaN : addCells(reading.values, right)

const side = (name: Side): FactDefinition => ({
  of: ['relation'],
  type: 'number',
  nullable: true,
  bind: ({ form }): BoundFact => ({
    value: (reading, relation) => sumsOf(reading)[name][relation]!,
    reason: (reading, relation) => {
      const cells = form.relations[relation]![name]
      return whyUnknown(reading, cells.find((cell) => Number.isNaN(reading.values[cell])) ?? cells[0]!)
    },
    evidence: (reading, relation) => form.relations[relation]![name].map((cell) => cellEvidence(reading, cell, name)),
  }),
})

/** Facts of a sum or balance: what its two sides come to, blanks as 0; null where a cell of theirs cannot be known. */
export const relationFacts: Record<string, FactDefinition> = { left: side('left'), right: side('right') }
