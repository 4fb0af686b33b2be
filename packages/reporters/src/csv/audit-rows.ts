import type { AuditRecord, FindingRecord, Pack } from '@gouji/core'
import { incompleteText } from '../message/audit-text.js'
import { basesText } from '../message/basis-text.js'
import { noticeTexts } from '../message/document-notice-text.js'
import { evidenceValue, isIdle } from '../message/evidence-text.js'
import { type Lang, say } from '../message/lang.js'
import { placeText } from '../message/place-text.js'
import { ruleTitles } from '../message/rule-titles.js'
import { BASELINE, REPORT_VERDICT, RULE_VERDICT, SEVERITY } from '../message/words.js'
import type { CsvRow } from './columns.js'

/** How many pieces of evidence a row tells. */
const MOST_EVIDENCE = 10

/** Yields the rows of an audit: findings, what hindered it, what is gone since the baseline; one row at least. */
export const auditRows = (packs: readonly Pack[], lang: Lang): ((record: AuditRecord) => readonly CsvRow[]) => {
  const titles = new Map(packs.map((pack) => [pack.name, ruleTitles(pack, lang)]))
  // The edition first: a cell that began with the @ of a name would not be text to a spreadsheet.
  const names = new Map(packs.map(({ name, version, edition }) => [name, `${edition} ${name} ${version}`]))
  const words = RULE_VERDICT[lang]
  return (record) => {
    const titleOf = titles.get(record.pack ?? '') ?? ((ruleId: string) => ruleId)
    const named = (ruleId: string): CsvRow => ({ rule: ruleId, title: titleOf(ruleId) })
    const verdict = REPORT_VERDICT[lang][record.verdict]
    const rows: CsvRow[] = [
      ...(record.verdict === 'incomplete' ? [{ level: verdict, message: incompleteText(record, lang) }] : []),
      ...noticeTexts(record.notices, lang).map((message) => ({ level: say(lang, '注意', 'notice'), message })),
      ...record.rules
        .filter((rule) => rule.verdict === 'broken')
        .map(({ id, reasons = [] }) => ({
          level: words.broken,
          message: reasons.find(({ code }) => code === 'threw')?.message ?? words.broken,
          ...named(id),
        })),
      ...record.findings.map((finding) => ({ ...findingRow(finding, lang), ...named(finding.ruleId) })),
      ...(record.gone ?? []).map(({ ruleId, severity, message, fingerprint }) => ({
        level: SEVERITY[lang][severity],
        message,
        baseline: BASELINE[lang].gone,
        fingerprint,
        ...named(ruleId),
      })),
    ]
    if (rows.length === 0) rows.push({ level: verdict })
    const { input, body, year } = record
    const report: CsvRow = {
      path: input.path,
      body: body.name ?? '',
      year,
      pack: names.get(record.pack ?? ''),
      verdict,
    }
    return rows.map((row) => ({ ...report, ...row }))
  }
}

const findingRow = (finding: FindingRecord, lang: Lang): CsvRow => {
  const { severity, message, evidence, basis, fingerprint, waiver, baseline } = finding
  const data: Readonly<Record<string, unknown>> = finding.data
  const place = evidence[0]?.place
  return {
    level: SEVERITY[lang][severity],
    message,
    place: placeText(place, lang),
    line: place?.line,
    delta: typeof data.delta === 'number' ? data.delta : null,
    evidence: evidenceText(evidence, lang),
    basis: basesText(basis, lang),
    waived: waiver?.reason,
    approver: waiver?.approver,
    expires: waiver?.expires,
    baseline: baseline === undefined ? null : BASELINE[lang][baseline],
    fingerprint,
  }
}

const evidenceText = (evidence: FindingRecord['evidence'], lang: Lang): string => {
  const telling = evidence.filter((item) => !isIdle(item))
  const more = telling.length - MOST_EVIDENCE
  return [
    ...telling.slice(0, MOST_EVIDENCE).map((item) => item.label + evidenceValue(item, lang)),
    ...(more > 0 ? [say(lang, `另有 ${more} 处`, `and ${more} more`)] : []),
  ].join(say(lang, '；', '; '))
}
