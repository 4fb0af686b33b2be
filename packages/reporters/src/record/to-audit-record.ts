import type {
  Audit,
  AuditNotice,
  AuditRecord,
  CheckReason,
  Finding,
  FindingRecord,
  Pack,
  ReasonRecord,
} from '@gouji/core'
import { documentNoticeText } from '../message/document-notice-text.js'
import type { Lang } from '../message/lang.js'
import { messageOf } from '../message/message-of.js'
import { reasonText } from '../message/reason-text.js'
import { selectionText } from '../message/selection-text.js'

/** The document that was audited: its path as given, and the sha256 of its bytes in hexadecimal. */
export type AuditInput = AuditRecord['input']

/** An audit as it is published, its texts made. With the loaded packs, the text of why none judged names their years. */
export const toAuditRecord = (
  audit: Audit,
  input: AuditInput,
  lang: Lang,
  packs: readonly Pack[] = [],
): AuditRecord => {
  const selectedBy = selectionText(audit.selection, lang, packs)
  const reason = (item: CheckReason): ReasonRecord => reasonRecord(item, lang)
  return {
    input: { path: input.path, mediaType: input.mediaType, sha256: input.sha256 },
    body: audit.body,
    year: audit.year,
    ...(audit.yearFrom === undefined ? {} : { yearFrom: audit.yearFrom }),
    pack: audit.pack?.name ?? null,
    selectedBy,
    verdict: audit.verdict,
    ...(audit.notices.length === 0 ? {} : { notices: audit.notices.map((notice) => noticeRecord(notice, lang)) }),
    ...(audit.incompleteBecause.length === 0
      ? {}
      : {
          incompleteBecause: audit.incompleteBecause.map((item) =>
            item.code === 'no-pack'
              ? { code: item.code, message: selectedBy }
              : { ...(item.ruleId === undefined ? {} : { ruleId: item.ruleId }), ...reason(item) },
          ),
        }),
    counts: audit.counts,
    rules: audit.rules.map(({ rule, verdict, checks, reasons }) => ({
      id: rule.id,
      version: rule.version,
      verdict,
      checks,
      ...(reasons.length === 0 ? {} : { reasons: reasons.map(reason) }),
    })),
    findings: audit.findings.map((finding) => findingRecord(finding, lang)),
    ...(audit.gone === undefined ? {} : { gone: audit.gone }),
  }
}

const noticeRecord = ({ code, place }: Audit['notices'][number], lang: Lang): AuditNotice => ({
  code,
  message: documentNoticeText(code, [place], lang),
  ...(place === undefined ? {} : { place }),
})

const reasonRecord = (reason: CheckReason, lang: Lang): ReasonRecord => ({
  code: reason.code,
  message: reasonText(reason, lang),
  check: reason.check,
  ...(reason.pointer === undefined ? {} : { pointer: reason.pointer }),
})

const findingRecord = (finding: Finding, lang: Lang): FindingRecord => ({
  ruleId: finding.rule.id,
  severity: finding.severity,
  check: finding.check,
  message: messageOf(finding, lang),
  data: finding.data,
  evidence: finding.evidence,
  basis: finding.basis,
  fingerprint: finding.fingerprint,
  ...(finding.waiver === undefined ? {} : { waiver: finding.waiver }),
  ...(finding.baseline === undefined ? {} : { baseline: finding.baseline }),
})
