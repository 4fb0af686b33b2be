import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { Audit } from '../audit/audit.js'
import { type AuditOptions, auditReport, judgeReport } from '../audit/audit-report.js'
import { prepareAudit } from '../audit/prepare-audit.js'
import { comparisonsOf, isFactReference, type Test } from '../judge/compile-condition.js'
import { type CompiledRule, countSubjects } from '../judge/compile-rule.js'
import type { RuleTests } from '../judge/judge-rule.js'
import { libraryOperators } from '../judge/operators.js'
import type { CompiledPack } from '../pack/compile-pack.js'
import type { Reading } from '../reading/reading.js'
import type { Condition, Report } from '../types.js'

/**
 * The same audit as `auditReport`, every condition evaluated by json-rules-engine: a second opinion, to the byte, but for
 * which of several facts that throw at once is named. Slow.
 */
export const auditWithReference = async (
  report: Report,
  packs: readonly CompiledPack[],
  options: AuditOptions = {},
): Promise<Audit> => {
  const { selection, judged } = prepareAudit(report, packs, options.forms)
  if (judged === null) return auditReport(report, packs, options)
  const { pack, reading } = judged
  const tests: RuleTests[] = []
  for (const rule of pack.rules) tests.push(await libraryTests(rule, pack, reading))
  return judgeReport(reading, pack, selection, (_rule, index) => tests[index]!, options)
}

/** A rule's conditions, answered for all its subjects beforehand: the library cannot be asked without waiting. */
const libraryTests = async (compiled: CompiledRule, pack: CompiledPack, reading: Reading): Promise<RuleTests> => {
  const { rule, severityWhen } = compiled
  const ask = (condition: Condition): Promise<Test> => evaluateWithLibrary(condition, compiled, pack, reading)
  return {
    appliesWhen: rule.appliesWhen ? await ask(rule.appliesWhen) : null,
    failWhen: await ask(rule.failWhen),
    severityWhen: await Promise.all(
      (rule.severityWhen ?? []).map(async ({ when }, index) => ({
        when: await ask(when),
        severity: severityWhen[index]!.severity,
      })),
    ),
  }
}

/** Evaluates a condition by the library for every subject of the rule. What it throws is thrown when that subject is asked for. */
export const evaluateWithLibrary = async (
  condition: Condition,
  rule: CompiledRule,
  { pack }: CompiledPack,
  reading: Reading,
): Promise<Test> => {
  const conditions = pack.conditions ?? {}
  const engine = new Engine([], { allowUndefinedFacts: false })
  for (const [name, named] of Object.entries(conditions)) engine.setCondition(name, named as TopLevelCondition)
  const comparisons = comparisonsOf(condition, (name) => conditions[name])
  const names = new Set(
    comparisons.flatMap(({ fact = '', value }) => [fact, ...(isFactReference(value) ? [value.fact] : [])]),
  )
  for (const name of names) {
    engine.addFact(name, async (params, almanac) => {
      const subject = await almanac.factValue<number>('gouji subject')
      return rule.factOf(name, params ?? {}).value(reading, subject)
    })
  }
  for (const operator of new Set(comparisons.map((comparison) => comparison.operator ?? ''))) {
    const apply = rule.operatorOf(operator)
    if (!Object.hasOwn(libraryOperators, operator))
      engine.addOperator(operator, (fact: unknown, value: unknown) => apply(fact, value) === true)
  }
  engine.addRule({ conditions: condition as TopLevelCondition, event: { type: 'holds' } })
  const answers = new Map<number, boolean | { readonly thrown: unknown }>()
  const count = countSubjects(rule, reading)
  for (let i = 0; i < count; i++) {
    const subject = rule.subjects === null ? i : rule.subjects[i]!
    try {
      const { events } = await engine.run({ 'gouji subject': subject })
      answers.set(subject, events.length > 0)
    } catch (thrown) {
      answers.set(subject, { thrown })
    }
  }
  return (_reading, subject) => {
    const answer = answers.get(subject)
    if (typeof answer === 'object') throw answer.thrown
    return answer ?? false
  }
}
