import { addExactly } from '../cell/read-cell.js'
import { type Reading, TRAIT } from '../reading/reading.js'
import { cellEvidence, whyUnknown } from './evidence.js'
import type { BoundFact, FactDefinition } from './fact.js'

type Side = 'left' | 'right'

/** Both sides of every relation, added up once per report; NaN where a cell cannot be known. */
const sumsOf = (reading: Reading): Readonly<Record<Side, readonly number[]>> => {
  reading.sums ??= addAll(reading)
  return reading.sums
}

const addAll = (reading: Reading): Record<Side, number[]> => {
  const { relations } = reading.form
  const sums = { left: [] as number[], right: [] as number[] }
  for (let i = 0; i < relations.length; i++) {
    sums.left.push(add(reading.values, relations[i]!.left))
    // A total that is blank over parts that are not all zero has its own finding, so its own sum is not judged.
    sums.right.push(isBlankTotal(reading, i) ? Number.NaN : add(reading.values, relations[i]!.right))
  }
  return sums
}

const add = (values: readonly number[], cells: readonly number[]): number => {
  let sum = 0
  for (let i = 0; i < cells.length; i++) sum += values[cells[i]!]!
  return Number.isInteger(sum) || Number.isNaN(sum) ? sum : addExactly(cells.map((cell) => values[cell]!))
}

const isBlankTotal = ({ form, traits, values }: Reading, relation: number): boolean => {
  const { total, right } = form.relations[relation]!
  return total && (traits[right[0]!]! & TRAIT.blank) !== 0 && values[right[0]!] !== 0
}

const side = (name: Side): FactDefinition => ({
  of: ['relation'],
  type: 'number',
  nullable: true,
  bind: ({ form }): BoundFact => ({
    value: (reading, relation) => {
      const sum = sumsOf(reading)[name][relation]!
      return Number.isNaN(sum) ? null : sum
    },
    reason: (reading, relation) => {
      const cells = form.relations[relation]![name]
      return whyUnknown(reading, cells.find((cell) => Number.isNaN(reading.values[cell])) ?? cells[0]!)
    },
    evidence: (reading, relation) => form.relations[relation]![name].map((cell) => cellEvidence(reading, cell, name)),
  }),
})

/** Facts of a sum or balance: what its two sides come to, blanks as 0; null where a cell of theirs cannot be known. */
export const relationFacts: Record<string, FactDefinition> = { left: side('left'), right: side('right') }
