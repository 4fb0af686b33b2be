import type { CheckReason, Finding, RuleVerdict } from '../audit/audit.js'
import { whyAbsent } from '../facts/evidence.js'
import type { Reason } from '../facts/fact.js'
import type { TableSpec } from '../form/compile-form.js'
import type { Reading } from '../reading/reading.js'
import type { Severity, Verdict } from '../types.js'
import type { Test } from './compile-condition.js'
import { type CompiledRule, countSubjects, type RuleFact } from './compile-rule.js'
import { makeFinding } from './make-finding.js'
import { checkOf } from './subjects.js'
import { whyUnread } from './why-unread.js'

/** The conditions of a rule, however they are evaluated. */
export interface RuleTests {
  readonly appliesWhen: Test | null
  readonly failWhen: Test
  readonly severityWhen: readonly { readonly when: Test; readonly severity: Severity }[]
}

/** The verdicts of one rule's checks, counted. */
interface Tally {
  broken: number
  fail: number
  notAssessable: number
  pass: number
  notApplicable: number
  reasons: CheckReason[]
}

const NO_REASONS: CheckReason[] = []

/**
 * Applies one rule to all its subjects. Whether a check applies and whether its facts can be known is decided before its
 * condition is asked. A rule that throws is broken, and only that rule.
 */
export const judgeRule = (rule: CompiledRule, tests: RuleTests, reading: Reading, findings: Finding[]): RuleVerdict => {
  if (rule.needsDocument && reading.report.document === undefined) return without(rule, 'no-document')
  const tally: Tally = { broken: 0, fail: 0, notAssessable: 0, pass: 0, notApplicable: 0, reasons: NO_REASONS }
  if (rule.byTraits !== null && reading.allReadable) judgeByTraits(rule, rule.byTraits, tests, reading, findings, tally)
  else {
    const count = countSubjects(rule, reading)
    if (count + rule.outside.length === 0) return without(rule, 'nothing-to-check')
    for (const { key, table } of rule.outside) tellOutside(key, reading.form.tables[table]!, tally)
    for (let i = 0; i < count; i++)
      judgeCheck(rule, tests, reading, rule.subjects === null ? i : rule.subjects[i]!, findings, tally)
  }
  return conclude(rule, tally)
}

/** Plain cells are all written alike, so the first stands for the others of its table. */
const judgeByTraits = (
  rule: CompiledRule,
  groups: NonNullable<CompiledRule['byTraits']>,
  tests: RuleTests,
  reading: Reading,
  findings: Finding[],
  tally: Tally,
): void => {
  const { traits, tableTraits } = reading
  for (let g = 0; g < groups.length; g++) {
    const { table, plain, local } = groups[g]!
    const first = plain.find((cell) => traits[cell] === 0)
    const before = tally.pass
    if (first !== undefined) judgeCheck(rule, tests, reading, first, findings, tally)
    const passes = tally.pass > before
    if (passes && tableTraits[table] === 0) tally.pass += plain.length - 1
    else {
      for (let i = 0; i < plain.length; i++) {
        const cell = plain[i]!
        if (cell === first) continue
        if (passes && traits[cell] === 0) tally.pass++
        else judgeCheck(rule, tests, reading, cell, findings, tally)
      }
    }
    for (let i = 0; i < local.length; i++) judgeCheck(rule, tests, reading, local[i]!, findings, tally)
  }
}

const judgeCheck = (
  rule: CompiledRule,
  tests: RuleTests,
  reading: Reading,
  subject: number,
  findings: Finding[],
  tally: Tally,
): void => {
  try {
    const outside =
      rule.places === null || (reading.allReadable && !rule.hasLocal) ? null : whyOutside(rule.places, subject, reading)
    if (outside !== null) {
      tally.notApplicable++
      because(rule, reading, subject, outside, tally)
      return
    }
    const unread = reading.unread === null ? null : whyUnread(rule, reading, subject)
    if (unread !== null && !(rule.failsForFound && tests.failWhen(reading, subject))) {
      tally.notAssessable++
      because(rule, reading, subject, unread, tally)
      return
    }
    if (rule.needsTable && reading.tables[subject] === undefined) {
      tally.notAssessable++
      because(rule, reading, subject, whyAbsent(reading, reading.form.tables[subject]!), tally)
      return
    }
    let unknown: RuleFact | null = null
    if (tests.appliesWhen !== null) {
      unknown = firstUnknown(rule.appliesNeeds, reading, subject)
      if (unknown === null && !tests.appliesWhen(reading, subject)) {
        tally.notApplicable++
        because(rule, reading, subject, { code: 'condition' }, tally)
        return
      }
    }
    unknown ??= firstUnknown(rule.needs, reading, subject)
    if (unknown !== null) {
      const reason = unknown.bound.reason?.(reading, subject) ?? { code: 'cannot-know' }
      // What another edition does not have is nothing that the report should have had.
      if (reason.code === 'other-edition') tally.notApplicable++
      else tally.notAssessable++
      because(rule, reading, subject, reason, tally)
    } else if (tests.failWhen(reading, subject)) {
      findings.push(makeFinding(rule, tests.severityWhen, reading, subject))
      tally.fail++
    } else tally.pass++
  } catch (error) {
    tally.broken++
    because(rule, reading, subject, { code: 'threw' }, tally, error instanceof Error ? error.message : String(error))
  }
}

const because = (
  { each }: CompiledRule,
  reading: Reading,
  subject: number,
  reason: Reason,
  tally: Tally,
  thrown?: string,
): void => {
  if (!isKept(reason, tally)) keep(reason, checkOf(each, subject, reading).key, tally, thrown)
}

/** Each reason is kept once, with the first check that has it. */
const isKept = ({ code, pointer }: Reason, { reasons }: Tally): boolean => {
  for (let i = 0; i < reasons.length; i++) if (reasons[i]!.code === code && reasons[i]!.pointer === pointer) return true
  return false
}

const keep = ({ code, pointer, label }: Reason, check: string, tally: Tally, thrown?: string): void => {
  if (tally.reasons === NO_REASONS) tally.reasons = []
  tally.reasons.push({ code, pointer, label, check, thrown })
}

/** A check of a table of another edition, which the rule does not speak of. */
const tellOutside = (check: string, { pointer, label }: TableSpec, tally: Tally): void => {
  const reason: Reason = { code: 'other-edition', pointer, label }
  tally.notApplicable++
  if (!isKept(reason, tally)) keep(reason, check, tally)
}

const conclude = (
  { rule }: CompiledRule,
  { broken, fail, notAssessable, pass, notApplicable, reasons }: Tally,
): RuleVerdict => {
  if (pass > 0 && broken + fail + notAssessable + notApplicable === 0)
    return { rule, verdict: 'pass', checks: { pass }, reasons: NO_REASONS }
  const verdict: Verdict =
    broken > 0
      ? 'broken'
      : fail > 0
        ? 'fail'
        : notAssessable > 0
          ? 'notAssessable'
          : pass > 0
            ? 'pass'
            : 'notApplicable'
  const checks: { [verdict in Verdict]?: number } = {}
  if (pass > 0) checks.pass = pass
  if (fail > 0) checks.fail = fail
  if (notAssessable > 0) checks.notAssessable = notAssessable
  if (notApplicable > 0) checks.notApplicable = notApplicable
  if (broken > 0) checks.broken = broken
  return { rule, verdict, checks, reasons }
}

const without = ({ rule, each }: CompiledRule, code: Reason['code']): RuleVerdict => ({
  rule,
  verdict: 'notApplicable',
  checks: { notApplicable: 1 },
  reasons: [{ code, pointer: undefined, label: undefined, check: each, thrown: undefined }],
})

/** Why a check lies outside what this form can judge; `null` where it does not. */
const whyOutside = (
  places: NonNullable<CompiledRule['places']>,
  subject: number,
  { form, readable, rowPresent }: Reading,
): Reason | null => {
  const { table, localRow } = places(subject)
  if (!readable[table])
    return { code: 'other-edition', pointer: form.tables[table]!.pointer, label: form.tables[table]!.label }
  if (localRow < 0 || rowPresent[localRow]) return null
  return { code: 'local-row-absent', pointer: form.rows[localRow]!.pointer, label: form.rows[localRow]!.label }
}

const firstUnknown = (facts: readonly RuleFact[], reading: Reading, subject: number): RuleFact | null => {
  for (let i = 0; i < facts.length; i++) if (facts[i]!.bound.value(reading, subject) === null) return facts[i]!
  return null
}
