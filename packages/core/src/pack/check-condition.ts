import type { FactDefinition } from '../facts/fact.js'
import { isFactReference } from '../judge/compile-condition.js'
import { coreOperators, libraryOperators } from '../judge/operators.js'
import type { Condition } from '../types.js'
import type { PackProblemCode } from './pack-error.js'

/** How deep conditions may be nested, named ones included. */
const DEEPEST = 20

/** How many comparisons a condition may unfold into, named ones followed: each is one more to ask of every subject. */
const MOST_COMPARISONS = 1000

/** What a condition is checked against, and where its faults go. */
export interface ConditionCheck {
  report(code: PackProblemCode, at: string, message: string): void
  fact(name: unknown, params: unknown, at: string): FactDefinition | undefined
  named(name: string): Condition | undefined
  ownOperator(name: string): boolean
  /** Told of every fact that may not be known. */
  nullable(name: string): void
}

/** Everything wrong with a condition: what the library would take as true, refuse, or compare without sense. */
export const checkCondition = (condition: Condition, at: string, check: ConditionCheck): void => {
  if (unfoldedSize(condition, check, new Map()) <= MOST_COMPARISONS) checkMember(condition, at, check, 0)
  else
    check.report(
      'BAD_CONDITION',
      at,
      `conditions name each other in a circle, or unfold into over ${MOST_COMPARISONS} comparisons`,
    )
}

/** Infinite where conditions name each other in a circle. */
const unfoldedSize = (
  { all = [], any = [], not, condition: name }: Condition,
  check: ConditionCheck,
  sizes: Map<string, number>,
): number => {
  const target = name === undefined || sizes.has(name) ? undefined : check.named(name)
  if (name !== undefined && target) {
    // Until it is known: met again on the way, it is a circle.
    sizes.set(name, Number.POSITIVE_INFINITY)
    sizes.set(name, unfoldedSize(target, check, sizes))
  }
  const members = [...all, ...any, ...(not ? [not] : [])].map((member) => unfoldedSize(member, check, sizes))
  const named = name === undefined ? 0 : (sizes.get(name) ?? 0)
  return Math.max(1, named + members.reduce((sum, size) => sum + size, 0))
}

const checkMember = (condition: Condition, at: string, check: ConditionCheck, depth: number): void => {
  const kinds = ['all', 'any', 'not', 'condition', 'fact'].filter((key) => Object.hasOwn(condition, key))
  const { all, any, not, condition: name } = condition
  if (kinds.length !== 1) {
    const found = kinds.join(' and ') || 'nothing'
    check.report('BAD_CONDITION', at, `a condition is one of all, any, not, condition or a fact compared, not ${found}`)
  } else if (depth === 0 && kinds[0] === 'fact') {
    check.report('BAD_CONDITION', at, 'the outermost condition must be all, any, not or condition')
  } else if (depth > DEEPEST) {
    check.report('BAD_CONDITION', at, `conditions are nested over ${DEEPEST} deep`)
  } else if (name !== undefined) {
    const target = check.named(name)
    if (target) checkMember(target, at, check, depth + 1)
    else check.report('UNKNOWN_CONDITION', at, `pack.yaml names no condition ${name}`)
  } else if (not) checkMember(not, `${at}/not`, check, depth + 1)
  else if (all || any) {
    const key = all ? 'all' : 'any'
    const members = all ?? any ?? []
    if (members.length === 0) check.report('BAD_CONDITION', `${at}/${key}`, `an empty ${key} would always hold`)
    for (const [index, member] of members.entries()) checkMember(member, `${at}/${key}/${index}`, check, depth + 1)
  } else checkComparison(condition, at, check)
}

const checkComparison = ({ fact, params, operator, value }: Condition, at: string, check: ConditionCheck): void => {
  const left = check.fact(fact, params, at)
  const right = isFactReference(value) ? check.fact(value.fact, value.params, at) : undefined
  if (left?.nullable) check.nullable(String(fact))
  if (right?.nullable && isFactReference(value)) check.nullable(value.fact)
  const bad = (message: string): void => check.report('BAD_CONDITION', at, message)
  if (operator === undefined || value === undefined) {
    bad('a comparison has a fact, an operator and a value')
    return
  }
  const own = check.ownOperator(operator)
  if (!own && !Object.hasOwn(libraryOperators, operator) && !Object.hasOwn(coreOperators, operator)) {
    check.report('UNKNOWN_OPERATOR', at, `there is no operator ${operator}`)
    return
  }
  if (own) return
  // Two lists are equal to no operator of the library, not even a list to itself.
  if (operator === 'countAtLeast') {
    if (left && left.type !== 'list') bad(`countAtLeast counts a list, and ${String(fact)} is none`)
    if (typeof value !== 'number' && !right) bad('countAtLeast compares with a number')
  } else if (left?.type === 'list') bad(`${String(fact)} is a list: countAtLeast compares its length`)
  // No fact is a list of plain values, so these two would never hold, or always.
  if (operator === 'contains' || operator === 'doesNotContain')
    bad(`no fact is a list that ${operator} could look into`)
  if (right?.type === 'list') bad('a value cannot be a list fact')
  const wantsList = operator === 'in' || operator === 'notIn'
  if (wantsList !== Array.isArray(value))
    bad(wantsList ? `${operator} compares with a list` : `${operator} does not compare with a list`)
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && !isFactReference(value))
    bad('a value is a number, a text, true, false, a list or a fact')
  if (isFactReference(value) && Object.keys(value).some((key) => key !== 'fact' && key !== 'params'))
    bad('a value that is a fact has fact and params, and nothing else')
  const most = left?.most?.((params ?? {}) as Readonly<Record<string, unknown>>)
  if (most !== undefined && typeof value === 'number' && value >= most)
    bad(
      `${String(fact)} is counted no further than ${most}, so it is compared with less; its parameter upTo counts further`,
    )
}
