import type { CompiledForm } from '../form/compile-form.js'
import type { Finding } from './audit.js'

/** Code-unit order: the same everywhere, unlike `localeCompare`. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * By place in the document, then by place in the form, then by rule and check; what has neither place comes first. Stable
 * for equal ones.
 */
export const sortFindings = (findings: Finding[], form: CompiledForm): Finding[] =>
  findings.length < 2 ? findings : findings.sort((a, b) => compareFindings(a, b, form))

const compareFindings = (a: Finding, b: Finding, form: CompiledForm): number => {
  const [left, right] = [a.evidence[0]?.place, b.evidence[0]?.place]
  return (
    (left?.page ?? 0) - (right?.page ?? 0) ||
    (left?.line ?? 0) - (right?.line ?? 0) ||
    (left?.column ?? 0) - (right?.column ?? 0) ||
    (left?.box?.[1] ?? 0) - (right?.box?.[1] ?? 0) ||
    rankOf(a, form) - rankOf(b, form) ||
    // Tables are not counted with paragraphs, nor rows over sheets: the form tells their order.
    (left?.table ?? 0) - (right?.table ?? 0) ||
    (left?.row ?? 0) - (right?.row ?? 0) ||
    (left?.paragraph ?? 0) - (right?.paragraph ?? 0) ||
    compareText(a.rule.id, b.rule.id) ||
    compareText(a.check.key, b.check.key)
  )
}

const rankOf = ({ evidence }: Finding, { rankOfPointer }: CompiledForm): number =>
  rankOfPointer.get(evidence[0]?.pointer ?? '') ?? 0
