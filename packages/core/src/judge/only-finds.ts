import type { Condition } from '../types.js'
import { isFactReference } from './compile-condition.js'

/**
 * Whether a condition asks only that things be found: once it holds, nothing more that is read can change it. `isFound`
 * tells the facts that list nothing but what was found.
 */
export const onlyFinds = (
  { all, any, condition, fact = '', params = {}, operator, value }: Condition,
  named: (name: string) => Condition,
  isFound: (fact: string, params: Readonly<Record<string, unknown>>) => boolean,
): boolean => {
  const members = all ?? any
  if (members) return members.every((member) => onlyFinds(member, named, isFound))
  if (condition !== undefined) return onlyFinds(named(condition), named, isFound)
  return operator === 'countAtLeast' && !isFactReference(value) && isFound(fact, params)
}
