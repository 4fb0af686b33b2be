import { addExactly } from '../cell/read-cell.js'
import { BLANK, type Reading } from '../reading/reading.js'
import { cellEvidence, whyUnknown } from './evidence.js'
import type { BoundFact, FactDefinition } from './fact.js'

const sumOf = (values: Float64Array, cells: readonly number[]): number => {
  let sum = 0
  for (let i = 0; i < cells.length; i++) sum += values[cells[i]!]!
  return Number.isInteger(sum) || Number.isNaN(sum) ? sum : addExactly(cells.map((cell) => values[cell]!))
}

/** A total that is blank over parts that are not all zero has its own finding, so its own sum is not judged. */
const isBlankTotal = (reading: Reading, relation: number): boolean => {
  const { total, right } = reading.form.relations[relation]!
  return total && reading.states[right[0]!] === BLANK && reading.values[right[0]!] !== 0
}

const side = (name: 'left' | 'right'): FactDefinition => ({
  of: ['relation'],
  type: 'number',
  nullable: true,
  bind: ({ form }): BoundFact => ({
    value: (reading, relation) => {
      if (name === 'right' && isBlankTotal(reading, relation)) return null
      const sum = sumOf(reading.values, form.relations[relation]![name])
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
