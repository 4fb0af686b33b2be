import type { CheckReason, Finding, RuleVerdict } from '../audit/audit.js'
import type { Evidence, Found, Reason, SubjectKind } from '../facts/fact.js'
import type { Reading } from '../reading/reading.js'
import type { Severity, Verdict } from '../types.js'
import type { Test } from './compile-condition.js'
import type { CompiledRule, RuleFact } from './compile-rule.js'
import { countSubjects } from './compile-rule.js'
import { checkOf, tableOf } from './subjects.js'

/** The conditions of a rule, however they are evaluated. */
export interface RuleTests {
  readonly appliesWhen: Test | null
  readonly failWhen: Test
  readonly severityWhen: readonly { readonly when: Test; readonly severity: Severity }[]
}

const ORDER: readonly Verdict[] = ['broken', 'fail', 'notAssessable', 'pass', 'notApplicable']

/**
 * Applies one rule to all its subjects. Whether a check applies and whether its facts can be known is decided before its
 * condition is asked. A rule that throws is broken, and only that rule.
 */
export const judgeRule = (
  compiled: CompiledRule,
  tests: RuleTests,
  reading: Reading,
  findings: Finding[],
): RuleVerdict => {
  const { rule, each, subjects, needs, needsDocument } = compiled
  if (needsDocument && reading.report.document === undefined) return without(compiled, 'no-document')
  const count = countSubjects(compiled, reading)
  if (count === 0) return without(compiled, 'nothing-to-check')
  let pass = 0
  let fail = 0
  let notAssessable = 0
  let notApplicable = 0
  let broken = 0
  const reasons: CheckReason[] = []
  const because = (reason: Reason, subject: number, thrown?: string): void => {
    if (reasons.some(({ code, pointer }) => code === reason.code && pointer === reason.pointer)) return
    reasons.push({ ...reason, check: checkOf(each, subject, reading).key, ...(thrown === undefined ? {} : { thrown }) })
  }
  for (let i = 0; i < count; i++) {
    const subject = subjects === null ? i : subjects[i]!
    try {
      const outside = whyOutside(each, subject, reading)
      if (outside !== null) {
        notApplicable++
        because(outside, subject)
        continue
      }
      const unclear = tests.appliesWhen === null ? null : firstUnknown(compiled.appliesNeeds, reading, subject)
      if (tests.appliesWhen !== null && unclear === null && !tests.appliesWhen(reading, subject)) {
        notApplicable++
        because({ code: 'condition' }, subject)
        continue
      }
      const unknown = unclear ?? firstUnknown(needs, reading, subject)
      if (unknown !== null) {
        notAssessable++
        because(unknown.bound.reason?.(reading, subject) ?? { code: 'cannot-know' }, subject)
      } else if (tests.failWhen(reading, subject)) {
        findings.push(makeFinding(compiled, tests, reading, subject))
        fail++
      } else {
        pass++
      }
    } catch (error) {
      broken++
      because({ code: 'threw' }, subject, error instanceof Error ? error.message : String(error))
    }
  }
  const counts = { broken, fail, notAssessable, pass, notApplicable }
  const checks: { [verdict in Verdict]?: number } = {}
  for (const verdict of ORDER) if (counts[verdict] > 0) checks[verdict] = counts[verdict]
  return { rule, verdict: ORDER.find((verdict) => counts[verdict] > 0)!, checks, reasons }
}

const without = ({ rule, each }: CompiledRule, code: Reason['code']): RuleVerdict => ({
  rule,
  verdict: 'notApplicable',
  checks: { notApplicable: 1 },
  reasons: [{ code, check: each }],
})

/** Why a check lies outside what this form can judge; `null` where it does not. */
const whyOutside = (each: SubjectKind, subject: number, reading: Reading): Reason | null => {
  const { form, ownEdition, rowPresent } = reading
  const table = tableOf(each, subject, form)
  if (table < 0) return null
  const { pointer, label } = form.tables[table]!
  if (!ownEdition[table]) return { code: 'other-edition', pointer, label }
  const row = each === 'cell' ? form.cells[subject]!.row : each === 'row' ? subject : -1
  return row >= 0 && form.rows[row]!.form.local && !rowPresent[row]
    ? { code: 'local-row-absent', pointer: form.rows[row]!.pointer, label: form.rows[row]!.label }
    : null
}

const firstUnknown = (facts: readonly RuleFact[], reading: Reading, subject: number): RuleFact | null => {
  for (let i = 0; i < facts.length; i++) if (facts[i]!.bound.value(reading, subject) === null) return facts[i]!
  return null
}

const makeFinding = (compiled: CompiledRule, tests: RuleTests, reading: Reading, subject: number): Finding => {
  const { rule, each, basis } = compiled
  const check = checkOf(each, subject, reading)
  const data = dataOf(compiled, reading, subject)
  return {
    rule,
    severity:
      rule.severityFor?.[check.key] ??
      tests.severityWhen.find(({ when }) => when(reading, subject))?.severity ??
      rule.severity,
    check,
    data,
    evidence: evidenceOf(compiled, reading, subject),
    basis,
    fingerprint: `${rule.id}:${check.key}`,
  }
}

const isFoundList = (value: unknown): value is readonly Found[] => Array.isArray(value)

const dataOf = ({ each, data }: CompiledRule, reading: Reading, subject: number): Record<string, unknown> => {
  const values: Record<string, unknown> = {}
  let count: number | undefined
  for (const [name, fact] of data) {
    const value = fact.bound.value(reading, subject)
    if (isFoundList(value)) {
      count ??= value.length
      values[name] = value.map((found) => found.name)
    } else if (each === 'relation' && name === 'left') values.expected = value
    else if (each === 'relation' && name === 'right') values.actual = value
    else values[name] = value
  }
  if (count !== undefined) values.count = count
  if (each === 'relation' && typeof values.expected === 'number' && typeof values.actual === 'number') {
    values.delta = subtract(values.actual, values.expected)
    const { leftTerms, rightTerms } = reading.form.relations[subject]!
    values.leftTerms = leftTerms
    values.rightTerms = rightTerms
  }
  return values
}

const subtract = (a: number, b: number): number =>
  Number.isInteger(a) && Number.isInteger(b) ? a - b : Number((a - b).toPrecision(12))

/** The check's own: every fact of its condition and data says what it rests on, whether or not it was asked. */
const evidenceOf = ({ facts, data, rule }: CompiledRule, reading: Reading, subject: number): Evidence[] => {
  const evidence: Evidence[] = []
  const seen = new Set<string>()
  const named = rule.data === undefined ? facts : [...new Set([...facts, ...data.map(([, fact]) => fact)])]
  for (const { bound } of named) {
    const value = bound.value(reading, subject)
    const own = isFoundList(value) ? value.map((found) => found.evidence()) : (bound.evidence?.(reading, subject) ?? [])
    for (const item of own) {
      const key = `${item.role} ${item.pointer ?? item.label} ${item.raw ?? ''} ${item.place?.line ?? ''} ${item.place?.column ?? ''}`
      if (!seen.has(key)) evidence.push(item)
      seen.add(key)
    }
  }
  return evidence
}
