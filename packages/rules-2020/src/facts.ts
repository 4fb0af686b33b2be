import type { PackFact } from '@gouji/core'

/** Whether one number becomes the other by adding, or by exchanging two neighbouring, digits: 186 and 86, 68 and 86. */
const differByOneSlip = (a: string, b: string): boolean => {
  if (a === b || Math.min(a.length, b.length) < 2) return false
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  if (longer.length === shorter.length + 1)
    return [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter)
  if (longer.length !== shorter.length) return false
  return [...a].some((_, at) => a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b)
}

/** Whether two of a row's cells, of at least two digits each, differ by one slip of a digit; `null` where one cannot be known. */
const differByOneDigit: PackFact = ({ key, value }, params) => {
  const [first = '', second = ''] = params.columns as string[]
  const [a, b] = [value(key, first), value(key, second)]
  return a === null || b === null ? null : differByOneSlip(String(a), String(b))
}

/** The facts of this pack that the general ones do not offer. */
export const facts = { differByOneDigit }
