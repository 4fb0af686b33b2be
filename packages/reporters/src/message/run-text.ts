import type { AuditRecord, Failure, Severity } from '@gouji/core'
import { cleanText } from './clean-text.js'
import { type Lang, say } from './lang.js'
import { REPORT_VERDICT, SEVERITIES, SEVERITY } from './words.js'

/** What a run has come to so far. */
export interface Totals {
  reports: number
  readonly verdicts: Record<AuditRecord['verdict'], number>
  readonly findings: Record<Severity, number>
}

export const newTotals = (): Totals => ({
  reports: 0,
  verdicts: { pass: 0, fail: 0, incomplete: 0 },
  findings: { error: 0, warning: 0, note: 0 },
})

/** Counts one more report: its verdict and its open findings. */
export const addToTotals = (totals: Totals, { verdict, findings }: AuditRecord): void => {
  totals.reports++
  totals.verdicts[verdict]++
  for (const { severity, waiver } of findings) if (waiver === undefined) totals.findings[severity]++
}

/** An input that could not be read, on one line. */
export const failureLine = ({ path, message }: Failure, lang: Lang): string =>
  cleanText(`${path}${say(lang, '：', ': ')}${message}`)

/** What a reader should know, on one line. */
export const noticeLine = (message: string, lang: Lang): string =>
  cleanText(`${say(lang, '注意：', 'notice: ')}${message}`)

/** The sum of several reports. */
export const totalsText = ({ reports, verdicts, findings }: Totals, failures: number, lang: Lang): string => {
  const by = (['pass', 'fail', 'incomplete'] as const).map(
    (verdict) => `${REPORT_VERDICT[lang][verdict]} ${verdicts[verdict]}`,
  )
  if (failures > 0) by.push(say(lang, `无法读取 ${failures}`, `unreadable ${failures}`))
  const counts = SEVERITIES.map((severity) => `${SEVERITY[lang][severity]} ${findings[severity]}`)
  return say(
    lang,
    `共 ${reports} 份报告：${by.join(' · ')}；${counts.join(' · ')}`,
    `${reports} report(s): ${by.join(' · ')}; ${counts.join(' · ')}`,
  )
}
