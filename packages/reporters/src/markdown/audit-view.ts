import type { AuditRecord, FindingRecord, Pack } from '@gouji/core'
import { bodyText, countsTexts, packText, unfinishedText, yearText } from '../message/audit-text.js'
import { basesText } from '../message/basis-text.js'
import { noticeTexts } from '../message/document-notice-text.js'
import { evidenceValue, isIdle } from '../message/evidence-text.js'
import { baselineTag, goneText, partFindings, waiverText } from '../message/gate-text.js'
import { bracketed, type Lang, say } from '../message/lang.js'
import { placeText, placeWithSource } from '../message/place-text.js'
import { hindersJudgement } from '../message/reason-text.js'
import { ruleTitles } from '../message/rule-titles.js'
import { REPORT_VERDICT, RULE_VERDICT, SEVERITIES, SEVERITY, WAIVED } from '../message/words.js'

/** How many pieces of evidence a finding lists. */
const MOST_EVIDENCE = 10

/** What the template of one audit shows. */
export const auditView = (record: AuditRecord, packs: readonly Pack[], lang: Lang) => {
  const pack = packs.findLast(({ name }) => name === record.pack)
  const titleOf = ruleTitles(pack, lang)
  const { open, waived } = partFindings(record)
  return {
    path: record.input.path,
    sha256: record.input.sha256,
    body: bodyText(record.body, lang),
    year: yearText(record, lang) || '—',
    pack: packText(record, pack, lang),
    verdict: REPORT_VERDICT[lang][record.verdict],
    counts: record.pack === null ? '' : countsTexts(record, lang).join(say(lang, '；', '; ')),
    why: unfinishedText(record, lang),
    notices: noticeTexts(record.notices, lang),
    groups: [
      ...SEVERITIES.map((severity) => ({
        name: SEVERITY[lang][severity],
        findings: open.filter((finding) => finding.severity === severity),
      })),
      { name: WAIVED[lang], findings: waived },
    ]
      .filter(({ findings }) => findings.length > 0)
      .map(({ name, findings }) => ({ name, findings: findings.map((each) => findingView(each, lang)) })),
    gone: (record.gone ?? []).map((each) => goneText(each, lang)),
    unjudged: record.rules
      .filter(({ verdict, checks }) => verdict === 'broken' || checks.notAssessable)
      .map(({ id, verdict, reasons = [] }) => ({
        verdict: RULE_VERDICT[lang][verdict === 'broken' ? 'broken' : 'notAssessable'],
        title: titleOf(id),
        reason: [...new Set(reasons.filter(({ code }) => hindersJudgement(code)).map(({ message }) => message))].join(
          say(lang, '；', '; '),
        ),
        id,
      })),
  }
}

const findingView = (finding: FindingRecord, lang: Lang) => {
  const { message, evidence, basis, ruleId, severity, waiver } = finding
  const telling = evidence.filter((item) => !isIdle(item))
  const [first] = evidence
  return {
    message: baselineTag(finding, lang) + message,
    waiver: waiver === undefined ? '' : `${waiverText(waiver, lang)}${bracketed(SEVERITY[lang][severity], lang)}`,
    place: placeWithSource(first?.place, lang),
    evidence: telling
      .slice(0, MOST_EVIDENCE)
      .map((item) => item.label + evidenceValue(item, lang) + bracketed(placeText(item.place, lang), lang)),
    more: Math.max(0, telling.length - MOST_EVIDENCE),
    basis: basesText(basis, lang),
    ruleId,
  }
}
