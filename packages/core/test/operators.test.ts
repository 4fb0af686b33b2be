import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { libraryOperators } from '../src/judge/operators.js'

interface LibraryOperator {
  readonly name: string
  evaluate(fact: unknown, value: unknown): boolean
}

// Not among what the library exports, and without types.
const { default: defaults }: { default: readonly LibraryOperator[] } = createRequire(import.meta.url)(
  'json-rules-engine/dist/engine-default-operators.js',
)

const value = fc.oneof(
  fc.constantFrom(undefined, null, true, false, Number.NaN, Infinity, -Infinity, -0, 1e21, 5e-324, 1n, Symbol('x')),
  fc.constantFrom('', ' ', '12abc', '1,170', '１２', 'NaN', '-Infinity', '0x1f', ' 7 ', '.5', '-'),
  fc.constantFrom({}, [], [3], ['4'], [Number.NaN], Object.create(null), { toString: () => '5' }, { valueOf: () => 6 }),
  fc.constantFrom(new Date(0), Object(7), Object(Number.NaN), () => 8),
  fc.integer({ min: -9, max: 9 }),
  fc.double(),
  fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }),
)

const outcome = (evaluate: () => boolean): boolean | string => {
  try {
    return evaluate()
  } catch (error) {
    return (error as Error).name
  }
}

test('json-rules-engine has these operators and no other', () => {
  expect(defaults.map(({ name }) => name).sort()).toEqual(Object.keys(libraryOperators).sort())
})

test.each(defaults.map((operator) => [operator.name, operator] as const))(
  '%s says of any two values what json-rules-engine says',
  (name, operator) => {
    fc.assert(
      fc.property(value, value, (fact, other) => {
        expect(outcome(() => libraryOperators[name]!(fact, other))).toBe(outcome(() => operator.evaluate(fact, other)))
      }),
      { seed: 10, numRuns: 2000 },
    )
  },
)
