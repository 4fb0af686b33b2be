import type { FactDefinition } from '../facts/fact.js'
import type { CompiledForm } from '../form/compile-form.js'
import { comparisonsOf, isFactReference } from '../judge/compile-condition.js'
import { lookUpFact, lookUpOperator, placeholdersOf } from '../judge/compile-rule.js'
import { keyOf, subjectKind, subjectsOf } from '../judge/subjects.js'
import { valueAt } from '../report/pointer.js'
import type { Condition, Pack, Rule } from '../types.js'
import { type ConditionCheck, checkCondition } from './check-condition.js'
import { checkParams } from './check-params.js'
import type { PackCode } from './pack-code.js'
import type { PackProblem, PackProblemCode } from './pack-error.js'

/** What a rule is checked against. */
export interface RuleSurroundings {
  readonly pack: Pack
  readonly form: CompiledForm
  readonly code: PackCode
}

/** Names that a message may use of a relation whose two sides the rule compares, beside its facts and data. */
const BOTH_SIDES = ['leftTerms', 'rightTerms', 'expected', 'actual', 'delta']

/** Everything wrong with one rule. */
export const checkRule = (rule: Rule, pointer: string, around: RuleSurroundings): PackProblem[] => {
  const problems: PackProblem[] = []
  const report = (code: PackProblemCode, at: string, message: string): void =>
    void problems.push({ code, pointer: `${pointer}${at}`, message: `${rule.id}: ${message}` })
  const each = subjectKind(rule.each)
  const { pack, form, code } = around

  const subjects = subjectsOf(rule.each, form)
  const wanted = typeof rule.each === 'object' ? Object.values(rule.each)[0] : undefined
  if (subjects?.length === 0)
    report('UNKNOWN_SUBJECT', '/each', `the form has none of these: ${JSON.stringify(rule.each)}`)
  else if (Array.isArray(wanted) && each !== 'cell' && subjects && subjects.length < wanted.length)
    report('UNKNOWN_SUBJECT', '/each', `the form does not have all of these: ${wanted.join(', ')}`)

  for (const [index, { instrument }] of rule.basis.entries()) {
    if (!Object.hasOwn(pack.instruments, instrument))
      report('UNKNOWN_INSTRUMENT', `/basis/${index}/instrument`, `pack.yaml names no instrument ${instrument}`)
  }

  const checkFact = (name: unknown, params: unknown, at: string): FactDefinition | undefined => {
    const found = typeof name === 'string' ? lookUpFact(name, code) : undefined
    if (!found) {
      report('UNKNOWN_FACT', at, `there is no fact ${String(name)}`)
      return undefined
    }
    const { definition, own } = found
    if (definition.of && !definition.of.includes(each))
      report(
        'UNKNOWN_FACT',
        at,
        `the fact ${String(name)} is not to be had of each ${each}: it is of ${definition.of.join(', ')}`,
      )
    else if (!own)
      for (const fault of checkParams(definition, (params ?? {}) as Record<string, unknown>, form, each, subjects))
        report(fault.code, at, `the fact ${String(name)} ${fault.message}`)
    return definition
  }

  const named = (name: string): Condition | undefined =>
    pack.conditions && Object.hasOwn(pack.conditions, name) ? pack.conditions[name] : undefined
  const asked = new Set<string>()
  const conditions: ConditionCheck = {
    report,
    fact: checkFact,
    named,
    ownOperator: (name) => lookUpOperator(name, code)?.own ?? false,
    nullable: (name) => void asked.add(name),
  }
  // Not to know a severity's fact must not unmake a finding, so only what failWhen asks has to be needed.
  const elsewhere = { ...conditions, nullable: () => undefined }
  checkCondition(rule.failWhen, '/failWhen', conditions)
  for (const [index, { when }] of (rule.severityWhen ?? []).entries())
    checkCondition(when, `/severityWhen/${index}/when`, elsewhere)
  if (rule.appliesWhen) checkCondition(rule.appliesWhen, '/appliesWhen', elsewhere)
  for (const name of asked) {
    if (!rule.needs?.includes(name))
      report('NEEDS_MISSING', '/failWhen', `the fact ${name} may not be known, so needs must name it`)
  }
  for (const [index, name] of (rule.needs ?? []).entries()) {
    if (
      !comparisonsOf(rule.failWhen, named).some(
        ({ fact, value }) => fact === name || (isFactReference(value) && value.fact === name),
      )
    )
      checkFact(name, {}, `/needs/${index}`)
  }
  for (const [name, reference] of Object.entries(rule.data ?? {}))
    checkFact(reference.fact, reference.params, `/data/${name}`)
  for (const key of Object.keys(rule.severityFor ?? {})) {
    if (each === 'report' || each === 'heading')
      report('UNKNOWN_SUBJECT', '/severityFor', `severityFor cannot tell checks of each ${each} apart`)
    else if (!keysOf(rule, form).has(key))
      report('UNKNOWN_SUBJECT', `/severityFor/${key}`, `no check of this rule has the key ${key}`)
  }

  for (const [name, { at }] of Object.entries(rule.parameters ?? {})) {
    const values = new Set(at.map((place) => JSON.stringify(valueAt(rule, place))))
    if (values.has(undefined as never))
      report('BAD_PARAMS', `/parameters/${name}/at`, `the parameter ${name} points at nothing`)
    else if (values.size > 1)
      report('BAD_PARAMS', `/parameters/${name}/at`, `the parameter ${name} has different values in its places`)
  }

  const facts = comparisonsOf(rule.failWhen, named).flatMap(({ fact = '', value }) => [
    fact,
    ...(isFactReference(value) ? [value.fact] : []),
  ])
  const known = [...facts, ...Object.values(rule.data ?? {}).map(({ fact }) => fact)]
  const names = new Set([
    'check',
    ...facts,
    ...Object.keys(rule.data ?? {}),
    ...(known.some((fact) => lookUpFact(fact, code)?.definition.type === 'list') ? ['count'] : []),
    ...(known.includes('left') && known.includes('right') ? BOTH_SIDES : []),
  ])
  for (const name of placeholdersOf(rule)) {
    if (names.has(name)) continue
    const found = lookUpFact(name, code)
    if (!found || found.own || found.definition.params || (found.definition.of && !found.definition.of.includes(each)))
      report('UNKNOWN_NAME', '/message', `the message's {{${name}}} is neither a fact nor data of this rule`)
  }
  return problems
}

const keysOf = (rule: Rule, form: CompiledForm): Set<string> => {
  const each = subjectKind(rule.each)
  return each === 'report' || each === 'heading'
    ? new Set()
    : new Set((subjectsOf(rule.each, form) ?? []).map((index) => keyOf(each, index, form)))
}
