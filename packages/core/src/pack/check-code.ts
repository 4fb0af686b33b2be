import { coreFacts } from '../facts/index.js'
import { coreOperators, libraryOperators } from '../judge/operators.js'
import type { PackCode } from './pack-code.js'
import type { PackProblem } from './pack-error.js'

/** What is wrong with what a pack's code exports: things that are no functions, and names that are taken. */
export const checkCode = ({ facts = {}, operators = {} }: PackCode): PackProblem[] => [
  ...checkFunctions('fact', facts, (name) => coreFacts.has(name)),
  ...checkFunctions(
    'operator',
    operators,
    (name) => Object.hasOwn(libraryOperators, name) || Object.hasOwn(coreOperators, name),
  ),
]

const checkFunctions = (what: string, functions: object, isTaken: (name: string) => boolean): PackProblem[] => {
  const problem = (message: string): PackProblem => ({ code: 'CODE', pointer: '/code', message })
  if (typeof functions !== 'object' || functions === null || Array.isArray(functions))
    return [problem(`the pack's code exports ${what}s that are not functions by name`)]
  return Object.entries(functions).flatMap(([name, value]) => [
    ...(typeof value === 'function' ? [] : [problem(`the pack's own ${what} ${name} is no function`)]),
    ...(isTaken(name) ? [problem(`the pack's own ${what} ${name} has the name of a general one`)] : []),
  ])
}
