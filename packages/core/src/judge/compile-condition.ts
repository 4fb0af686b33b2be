import type { Reading } from '../reading/reading.js'
import type { Condition } from '../types.js'
import type { Operator } from './operators.js'

/** A condition compiled: asked of one subject of one reading. Throws only what a pack's own code throws. */
export type Test = (reading: Reading, subject: number) => boolean

/** The value of a fact for one subject. */
export type FactValue = (reading: Reading, subject: number) => unknown

export interface ConditionScope {
  fact(
    name: string,
    params: Readonly<Record<string, unknown>>,
  ): { readonly value: FactValue; readonly mayThrow: boolean }
  operator(name: string): { readonly apply: Operator; readonly mayThrow: boolean }
  named(name: string): Condition
}

interface Compiled {
  readonly test: Test
  readonly mayThrow: boolean
}

/** Compiles json-rules-engine's condition into closures, once. The pack's checks have been passed before. */
export const compileCondition = (condition: Condition, scope: ConditionScope): Test => compile(condition, scope).test

const compile = (condition: Condition, scope: ConditionScope): Compiled => {
  if (condition.all) return compileGroup(condition.all, scope, true)
  if (condition.any) return compileGroup(condition.any, scope, false)
  if (condition.not) {
    const { test, mayThrow } = compile(condition.not, scope)
    return { test: (reading, subject) => !test(reading, subject), mayThrow }
  }
  if (condition.condition !== undefined) return compile(scope.named(condition.condition), scope)
  return compileComparison(condition, scope)
}

const compileGroup = (conditions: readonly Condition[], scope: ConditionScope, all: boolean): Compiled => {
  const compiled = conditions.map((condition) => compile(condition, scope))
  const tests = compiled.map(({ test }) => test)
  const mayThrow = compiled.some((member) => member.mayThrow)
  const [first, second] = tests
  if (tests.length === 1 && first) return { test: first, mayThrow }
  // The library asks every member of a group before it looks at one, so a member that throws is never passed over.
  if (mayThrow)
    return { test: (reading, subject) => askAll(tests, reading, subject)[all ? 'every' : 'some'](Boolean), mayThrow }
  if (tests.length === 2 && first && second) {
    return {
      test: all
        ? (reading, subject) => first(reading, subject) && second(reading, subject)
        : (reading, subject) => first(reading, subject) || second(reading, subject),
      mayThrow,
    }
  }
  return {
    test: (reading, subject) => {
      for (let i = 0; i < tests.length; i++) if (tests[i]!(reading, subject) !== all) return !all
      return all
    },
    mayThrow,
  }
}

const askAll = (tests: readonly Test[], reading: Reading, subject: number): boolean[] =>
  tests.map((test) => test(reading, subject))

const compileComparison = (
  { fact = '', params = {}, operator = '', value }: Condition,
  scope: ConditionScope,
): Compiled => {
  const left = scope.fact(fact, params)
  const { apply, mayThrow } = scope.operator(operator)
  const ask = left.value
  if (isFactReference(value)) {
    const right = scope.fact(value.fact, value.params ?? {})
    const askRight = right.value
    return {
      test: (reading, subject) => apply(ask(reading, subject), askRight(reading, subject)) === true,
      mayThrow: mayThrow || left.mayThrow || right.mayThrow,
    }
  }
  return {
    test: (reading, subject) => apply(ask(reading, subject), value) === true,
    mayThrow: mayThrow || left.mayThrow,
  }
}

/** Whether a condition's value names a fact, as the library sees it. */
export const isFactReference = (
  value: unknown,
): value is { readonly fact: string; readonly params?: Record<string, unknown> } =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'fact')

/** Every comparison of a condition; named conditions are followed, each once. */
export const comparisonsOf = (
  condition: Condition,
  named: (name: string) => Condition | undefined,
  followed: Set<string> = new Set(),
): Condition[] => {
  const members = condition.all ?? condition.any ?? (condition.not ? [condition.not] : undefined)
  if (members) return members.flatMap((member) => comparisonsOf(member, named, followed))
  const { condition: name } = condition
  if (name === undefined) return [condition]
  const target = followed.has(name) ? undefined : named(name)
  followed.add(name)
  return target ? comparisonsOf(target, named, followed) : []
}
