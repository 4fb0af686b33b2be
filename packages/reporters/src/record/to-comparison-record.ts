import type { AuditComparison, Finding, FindingRecord } from '@gouji/core'
import type { Lang } from '../message/lang.js'
import { messageOf } from '../message/message-of.js'

/** What two packs say differently of one report, as it is published, its texts made. */
export interface ComparisonRecord extends Omit<AuditComparison, 'findings'> {
  readonly path: string
  readonly findings: { readonly added: readonly FindingChange[]; readonly gone: readonly FindingChange[] }
}

export type FindingChange = Pick<FindingRecord, 'ruleId' | 'severity' | 'check' | 'message' | 'fingerprint'>

/** The comparison of the report at the path. */
export const toComparisonRecord = (
  { findings: { added, gone }, ...comparison }: AuditComparison,
  path: string,
  lang: Lang,
): ComparisonRecord => ({
  path,
  ...comparison,
  findings: { added: added.map((each) => changeOf(each, lang)), gone: gone.map((each) => changeOf(each, lang)) },
})

const changeOf = (finding: Finding, lang: Lang): FindingChange => ({
  ruleId: finding.rule.id,
  severity: finding.severity,
  check: finding.check,
  message: messageOf(finding, lang),
  fingerprint: finding.fingerprint,
})
