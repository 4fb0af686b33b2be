import type { AuditRecord, Failure, Pack, Place, Severity } from '@gouji/core'
import { incompleteText } from '../message/audit-text.js'
import { basesText } from '../message/basis-text.js'
import { cleanText } from '../message/clean-text.js'
import { type Lang, say } from '../message/lang.js'
import { ruleTitles } from '../message/rule-titles.js'
import { REPORT_VERDICT, RULE_VERDICT, SEVERITIES } from '../message/words.js'

/** What hinders an audit, beside what a report gets wrong. */
export type Hindrance = 'incomplete' | 'unreadable' | 'broken'

/** Something that a person has to see to, as outputs that list such things show it. */
export interface Issue {
  readonly path: string
  readonly place: Place | undefined
  readonly severity: Severity
  /** Absent for a finding. */
  readonly hindrance?: Hindrance
  /** The rule that found or that broke, and its pack. */
  readonly rule?: { readonly id: string; readonly pack: string }
  readonly title: string
  readonly message: string
  /** Names it among the issues of its report, in any run. */
  readonly fingerprint: string
}

/** 0 for what hindered the audit, as it may hide anything; then by severity. */
export const gravityOf = ({ hindrance, severity }: Issue): number =>
  hindrance === undefined ? 1 + SEVERITIES.indexOf(severity) : 0

/** An input that could not be read, as an issue. */
export const issueOfFailure = ({ path, code, message, place }: Failure, lang: Lang): Issue => ({
  path,
  place,
  severity: 'error',
  hindrance: 'unreadable',
  title: say(lang, '无法读取', 'unreadable'),
  message: cleanText(message),
  fingerprint: `unreadable:${code}`,
})

/** Yields what is to be seen to in an audit: why it is incomplete, rules that broke, open findings. Nothing that is waived. */
export const issuesOf = (packs: readonly Pack[], lang: Lang): ((record: AuditRecord) => readonly Issue[]) => {
  const titles = new Map(packs.map((pack) => [pack.name, ruleTitles(pack, lang)]))
  return (record) => {
    const { path } = record.input
    const pack = record.pack ?? ''
    const titleOf = (ruleId: string): string => cleanText(titles.get(pack)?.(ruleId) ?? ruleId)
    const why = incompleteText(record, lang)
    const hindered = { path, place: undefined, severity: 'error' } as const
    return [
      ...(record.verdict === 'incomplete'
        ? [
            {
              ...hindered,
              hindrance: 'incomplete' as const,
              title: REPORT_VERDICT[lang].incomplete,
              message: cleanText(why),
              fingerprint: 'incomplete',
            },
          ]
        : []),
      ...record.rules
        .filter(({ verdict }) => verdict === 'broken')
        .map(({ id, reasons = [] }) => ({
          ...hindered,
          hindrance: 'broken' as const,
          rule: { id, pack },
          title: `${RULE_VERDICT[lang].broken}${say(lang, '：', ': ')}${titleOf(id)}`,
          message: cleanText(reasons.find(({ code }) => code === 'threw')?.message ?? RULE_VERDICT[lang].broken),
          fingerprint: `broken:${id}`,
        })),
      ...record.findings
        .filter(({ waiver }) => waiver === undefined)
        .map(({ ruleId, severity, message, evidence, basis, fingerprint }) => ({
          path,
          place: evidence[0]?.place,
          severity,
          rule: { id: ruleId, pack },
          title: titleOf(ruleId),
          message: cleanText(`${message}${say(lang, '；依据：', '; basis: ')}${basesText(basis, lang)}`),
          fingerprint,
        })),
    ]
  }
}
