import type { AuditRecord, RuleRecord } from '@gouji/core'
import { cleanText } from '../message/clean-text.js'
import { joined, type Lang, say } from '../message/lang.js'
import { hindersJudgement } from '../message/reason-text.js'
import { reasonsText } from '../message/reasons-text.js'
import { RULE_VERDICT } from '../message/words.js'
import { hangPlain, type Paint } from './paint.js'

/** The rules that could not be judged, and those that broke, each with its reason; rules of one reason together. */
export const coverageLines = (
  { rules }: AuditRecord,
  titleOf: (ruleId: string) => string,
  lang: Lang,
  paint: Paint,
): string[] => {
  const broken = rules.filter(({ verdict }) => verdict === 'broken')
  const byReason = new Map<string, RuleRecord[]>()
  for (const rule of rules) {
    if (!rule.checks.notAssessable || rule.verdict === 'broken') continue
    const reasons = (rule.reasons ?? []).filter(({ code }) => hindersJudgement(code))
    const key = reasonsText(
      reasons.map(({ message }) => message),
      lang,
    )
    byReason.set(key, [...(byReason.get(key) ?? []), rule])
  }
  const words = RULE_VERDICT[lang]
  return [
    ...broken.flatMap(({ id, reasons = [] }) =>
      hangPlain(
        `  ${words.broken}  `,
        `${titleOf(id)}${say(lang, '：', ': ')}${cleanText(reasons.find(({ code }) => code === 'threw')?.message ?? '')}  ${id}`,
        paint,
        paint.alarm,
      ),
    ),
    ...[...byReason].flatMap(([reason, group]) => {
      const ids = group.map(({ id }) => id)
      const [only] = ids
      const lead = `  ${words.notAssessable}  `
      if (ids.length === 1)
        return hangPlain(lead, `${titleOf(only!)}${say(lang, '：', ': ')}${reason}  ${only}`, paint, paint.quiet)
      return hangPlain(lead, `${reason}${say(lang, '：', ': ')}${joined(ids, lang)}`, paint, paint.quiet)
    }),
  ]
}
