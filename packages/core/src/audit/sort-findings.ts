import type { Finding } from './audit.js'

/** Code-unit order: the same everywhere, unlike `localeCompare`. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By place in the document, then by rule, then by check; what has no place comes first. Stable for equal ones. */
export const sortFindings = (findings: Finding[]): Finding[] =>
  findings.length < 2 ? findings : findings.sort(compareFindings)

const compareFindings = (a: Finding, b: Finding): number => {
  const [left, right] = [a.evidence[0]?.place, b.evidence[0]?.place]
  return (
    (left?.page ?? 0) - (right?.page ?? 0) ||
    (left?.line ?? 0) - (right?.line ?? 0) ||
    (left?.column ?? 0) - (right?.column ?? 0) ||
    (left?.table ?? 0) - (right?.table ?? 0) ||
    (left?.row ?? 0) - (right?.row ?? 0) ||
    compareText(a.rule.id, b.rule.id) ||
    compareText(a.check.key, b.check.key)
  )
}
