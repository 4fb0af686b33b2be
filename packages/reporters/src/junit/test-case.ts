import type { AuditRecord, FindingRecord, RuleRecord } from '@gouji/core'
import { basesText } from '../message/basis-text.js'
import { bracketed, type Lang, say } from '../message/lang.js'
import { placeText } from '../message/place-text.js'
import { hindersJudgement } from '../message/reason-text.js'
import { reasonsText } from '../message/reasons-text.js'
import { RULE_VERDICT, SEVERITY } from '../message/words.js'
import { type Failing, isBlocking } from '../record/is-blocking.js'

/** What a test case came to; the lines are what is told within it. */
export interface Outcome {
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped'
  readonly type?: string
  readonly message?: string
  readonly lines?: readonly string[]
}

/** What became of a rule: red only where it is why the report does not pass. */
export const outcomeOf = (rule: RuleRecord, record: AuditRecord, failing: Failing, lang: Lang): Outcome => {
  const { id, verdict, reasons = [] } = rule
  const words = RULE_VERDICT[lang]
  const told = (wanted: (code: string) => boolean): string =>
    reasonsText(
      reasons.filter(({ code }) => wanted(code)).map(({ message }) => message),
      lang,
    )
  if (verdict === 'broken')
    return { kind: 'error', type: 'broken', message: told((code) => code === 'threw') || words.broken }
  const blocking =
    record.verdict === 'fail' ? record.findings.filter((each) => each.ruleId === id && isBlocking(each, failing)) : []
  const [first, ...others] = blocking
  if (first !== undefined) {
    const more = others.length === 0 ? '' : say(lang, `（共 ${blocking.length} 处）`, ` (${blocking.length} in all)`)
    return {
      kind: 'failure',
      type: first.severity,
      message: first.message + more,
      lines: blocking.flatMap((finding) => findingLines(finding, lang)),
    }
  }
  if (record.incompleteBecause?.some(({ ruleId }) => ruleId === id))
    return { kind: 'error', type: 'notAssessable', message: told(hindersJudgement) || words.notAssessable }
  if (verdict === 'notAssessable') return { kind: 'skipped', message: told(hindersJudgement) || words[verdict] }
  if (verdict === 'notApplicable') return { kind: 'skipped', message: told(() => true) || words[verdict] }
  return { kind: 'passed' }
}

/** A finding in lines: place, severity, message; basis. */
export const findingLines = (finding: FindingRecord, lang: Lang): readonly string[] => {
  const { severity, message, evidence, basis } = finding
  const place = bracketed(placeText(evidence[0]?.place, lang), lang)
  return [
    `${SEVERITY[lang][severity]}${say(lang, '：', ': ')}${message}${place}`,
    `${say(lang, '依据：', 'basis: ')}${basesText(basis, lang)}`,
  ]
}
