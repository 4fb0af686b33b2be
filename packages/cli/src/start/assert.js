// Stands for node:assert in the bundle: yargs asks it for two comparisons, and loading it opens standard error.
const assert = (holds, message) => {
  if (!holds) throw new Error(message)
}

export const strictEqual = (actual, expected, message) => assert(Object.is(actual, expected), message)
export const notStrictEqual = (actual, expected, message) => assert(!Object.is(actual, expected), message)
