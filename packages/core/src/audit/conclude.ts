import { BLOCKING } from '../facts/fact.js'
import type { Severity } from '../types.js'
import type { Audit, CheckReason, Finding, RuleVerdict } from './audit.js'

/** From which severity a report fails; `never` is judged as for error. */
export type FailOn = Severity | 'never'

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/** What an audit comes to, by what became of its rules and by its findings. */
export type Conclusion = Pick<Audit, 'verdict' | 'incompleteBecause' | 'counts'>

/** Fails for an open finding of the failing severity that `counts`, else is incomplete where something blocks, else passes. */
export const conclude = (
  rules: readonly RuleVerdict[],
  findings: readonly Finding[],
  failOn: FailOn,
  counts: (finding: Finding) => boolean = () => true,
): Conclusion => {
  const counted = count(rules, findings)
  const reached = RANK[failOn === 'never' ? 'error' : failOn]
  const fails = findings.some(
    (finding) => finding.waiver === undefined && RANK[finding.severity] <= reached && counts(finding),
  )
  if (fails) return { verdict: 'fail', incompleteBecause: NOTHING, counts: counted }
  const incompleteBecause = blockingReasons(rules)
  const incomplete = incompleteBecause.length > 0 || counted.rules.broken > 0
  return { verdict: incomplete ? 'incomplete' : 'pass', incompleteBecause, counts: counted }
}

const NOTHING: Audit['incompleteBecause'] = []

const count = (rules: readonly RuleVerdict[], findings: readonly Finding[]): Audit['counts'] => {
  const bySeverity = { error: 0, warning: 0, note: 0, waived: 0 }
  const byVerdict = { pass: 0, fail: 0, notAssessable: 0, notApplicable: 0, broken: 0 }
  for (const { severity, waiver } of findings) bySeverity[waiver === undefined ? severity : 'waived']++
  for (let i = 0; i < rules.length; i++) {
    const { verdict } = rules[i]!
    // Nearly all pass, and a name that is written out is counted quicker than one that is looked up.
    if (verdict === 'pass') byVerdict.pass++
    else byVerdict[verdict]++
  }
  return { findings: bySeverity, rules: byVerdict }
}

/** What an error rule could not judge though it should have been there. */
const blockingReasons = (rules: readonly RuleVerdict[]): Audit['incompleteBecause'] => {
  const blocking: (CheckReason & { readonly ruleId: string })[] = []
  for (const { rule, reasons } of rules) {
    if (rule.severity !== 'error') continue
    for (const reason of reasons) if (BLOCKING.has(reason.code)) blocking.push({ ...reason, ruleId: rule.id })
  }
  return blocking
}
