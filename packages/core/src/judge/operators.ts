/** Compares a fact's value with a condition's; pure. */
export type Operator = (fact: unknown, value: unknown) => boolean

/** As the library tells it, which reads a number from its text: the same of a number itself, and without writing it out. */
const isNumeric = (value: unknown): boolean =>
  !Number.isNaN(typeof value === 'number' ? value : Number.parseFloat(value as string))

const compared =
  (compare: (a: number, b: number) => boolean): Operator =>
  (fact, value) =>
    isNumeric(fact) && compare(fact as number, value as number)

/** json-rules-engine's ten operators, to the letter: what they make of text and of null included. */
export const libraryOperators: Readonly<Record<string, Operator>> = {
  equal: (fact, value) => fact === value,
  notEqual: (fact, value) => fact !== value,
  in: (fact, value) => (value as unknown[]).indexOf(fact) > -1,
  notIn: (fact, value) => (value as unknown[]).indexOf(fact) === -1,
  contains: (fact, value) => Array.isArray(fact) && fact.indexOf(value) > -1,
  doesNotContain: (fact, value) => Array.isArray(fact) && fact.indexOf(value) === -1,
  lessThan: compared((a, b) => a < b),
  lessThanInclusive: compared((a, b) => a <= b),
  greaterThan: compared((a, b) => a > b),
  greaterThanInclusive: compared((a, b) => a >= b),
}

/** The operators that core adds: over lists of things found. */
export const coreOperators: Readonly<Record<string, Operator>> = {
  countAtLeast: (fact, value) => Array.isArray(fact) && fact.length >= (value as number),
}
