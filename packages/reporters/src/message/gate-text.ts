import type { AuditRecord, BaselineState, FindingRecord, GoneFinding, WaiverRecord } from '@gouji/core'
import { cleanText } from './clean-text.js'
import { bracketed, type Lang, say } from './lang.js'
import { BASELINE_STATE, SEVERITIES, SEVERITY } from './words.js'

/** Who waived a finding, until when and why. */
export const waiverText = ({ approver, expires, reason }: WaiverRecord, lang: Lang): string =>
  cleanText(say(lang, `${approver} 批准，至 ${expires}：${reason}`, `by ${approver}, until ${expires}: ${reason}`))

/** How a finding stands to the baseline, as a tag before its message; nothing where there was no baseline. */
export const baselineTag = ({ baseline }: FindingRecord, lang: Lang): string =>
  baseline === undefined ? '' : say(lang, `〔${BASELINE_STATE.zh[baseline]}〕`, `[${BASELINE_STATE.en[baseline]}] `)

/** A finding of the baseline that is no more, on one line. */
export const goneText = ({ severity, message, ruleId }: GoneFinding, lang: Lang): string =>
  cleanText(`${SEVERITY[lang][severity]}  ${message}  ${ruleId}`)

/** The findings that count, gravest first, and those waived. */
export const partFindings = ({ findings }: AuditRecord): { open: FindingRecord[]; waived: FindingRecord[] } => {
  const sorted = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return {
    open: sorted.filter(({ waiver }) => waiver === undefined),
    waived: sorted.filter(({ waiver }) => waiver !== undefined),
  }
}

const STATES: readonly (BaselineState | 'gone')[] = ['new', 'changed', 'unchanged', 'gone']

/** How the findings differ from the baseline, and whether only new ones counted; nothing where there was none. */
export const baselineCounts = ({ verdict, counts: { baseline, findings } }: AuditRecord, lang: Lang): string[] =>
  baseline === undefined
    ? []
    : [
        say(lang, '比基线：', 'against the baseline: ') +
          STATES.map((state) => `${BASELINE_STATE[lang][state]} ${baseline[state]}`).join(' · ') +
          (verdict !== 'fail' && findings.error > 0
            ? bracketed(say(lang, '结论只看新增', 'only new ones count'), lang)
            : ''),
      ]
