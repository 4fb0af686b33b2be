import type { Finding } from '../audit/audit.js'
import { addExactly } from '../cell/add-exactly.js'
import type { Evidence, Found } from '../facts/fact.js'
import type { Reading } from '../reading/reading.js'
import type { Place, Rule, Severity } from '../types.js'
import type { CompiledRule } from './compile-rule.js'
import type { RuleTests } from './judge-rule.js'
import { checkOf } from './subjects.js'

/** The finding of a failed check: its severity, numbers, evidence and law. */
export const makeFinding = (
  compiled: CompiledRule,
  severityWhen: RuleTests['severityWhen'],
  reading: Reading,
  subject: number,
): Finding => {
  const { rule, each, basis } = compiled
  const check = checkOf(each, subject, reading)
  return {
    rule,
    severity:
      ownSeverity(rule, check.key) ??
      severityWhen.find(({ when }) => when(reading, subject))?.severity ??
      rule.severity,
    check,
    data: dataOf(compiled, reading, subject),
    evidence: evidenceOf(compiled, reading, subject),
    basis,
    fingerprint: `${rule.id}:${check.key}`,
  }
}

const ownSeverity = ({ severityFor = {} }: Rule, key: string): Severity | undefined =>
  Object.hasOwn(severityFor, key) ? severityFor[key] : undefined

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
    values.delta = addExactly([values.actual, -values.expected])
    const { leftTerms, rightTerms } = reading.form.relations[subject]!
    values.leftTerms = leftTerms
    values.rightTerms = rightTerms
  }
  return values
}

/** The check's own: every fact of its condition and data says what it rests on, whether or not it was asked. */
const evidenceOf = (
  { facts, data, rule, each }: CompiledRule,
  reading: Reading,
  subject: number,
): readonly Evidence[] => {
  const named = rule.data === undefined ? facts : [...new Set([...facts, ...data.map(([, fact]) => fact)])]
  const all: Evidence[] = []
  for (const { bound } of named) {
    const value = bound.value(reading, subject)
    if (isFoundList(value)) for (const found of value) all.push(found.evidence())
    else if (bound.evidence) all.push(...bound.evidence(reading, subject))
  }
  return named.length < 2 || each === 'relation' ? all : withoutRepeats(all)
}

const withoutRepeats = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter((item, index) => {
    for (let i = 0; i < index; i++) if (isSame(evidence[i]!, item)) return false
    return true
  })

const isSame = (a: Evidence, b: Evidence): boolean =>
  a.pointer === b.pointer &&
  a.role === b.role &&
  a.label === b.label &&
  a.raw === b.raw &&
  isSamePlace(a.place, b.place)

const isSamePlace = (a: Place = {}, b: Place = {}): boolean =>
  a === b ||
  (a.line === b.line &&
    a.column === b.column &&
    a.page === b.page &&
    a.box?.join() === b.box?.join() &&
    a.table === b.table &&
    a.row === b.row &&
    a.cell === b.cell &&
    a.paragraph === b.paragraph &&
    a.sheet === b.sheet &&
    a.address === b.address)
