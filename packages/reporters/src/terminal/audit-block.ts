import type { AuditRecord, Pack } from '@gouji/core'
import { countsTexts, subjectText, unfinishedText } from '../message/audit-text.js'
import { cleanText } from '../message/clean-text.js'
import { noticeTexts } from '../message/document-notice-text.js'
import { type Lang, say } from '../message/lang.js'
import { ruleTitles } from '../message/rule-titles.js'
import { noticeLine } from '../message/run-text.js'
import { REPORT_VERDICT, SEVERITIES } from '../message/words.js'
import { coverageLines } from './coverage-lines.js'
import { findingBlock, placeOfFinding } from './finding-block.js'
import { hang, hangPlain, type Paint } from './paint.js'
import { textWidth } from './text-width.js'

/** One report's audit: what was audited by which pack, how it was read, findings by severity, what could not be judged, counts, verdict. */
export const auditBlock = (record: AuditRecord, packs: readonly Pack[], lang: Lang, paint: Paint): string[] => {
  const pack = packs.findLast(({ name }) => name === record.pack)
  const findings = SEVERITIES.flatMap((severity) => record.findings.filter((finding) => finding.severity === severity))
  const placeWidth = Math.max(0, ...findings.map((finding) => textWidth(placeOfFinding(finding, lang))))
  const coverage = coverageLines(record, ruleTitles(pack, lang), lang, paint)
  const gap = (lines: readonly string[]): string[] => (lines.length > 0 ? ['', ...lines] : [])
  return [
    ...hangPlain('', cleanText(record.input.path), paint, paint.strong),
    ...hangPlain('', cleanText(subjectText(record, pack, lang)), paint, paint.quiet),
    ...gap(
      noticeTexts(record.notices, lang).flatMap((text) => hangPlain('  ', noticeLine(text, lang), paint, paint.alarm)),
    ),
    ...findings.flatMap((finding) => gap(findingBlock(finding, placeWidth, lang, paint))),
    ...gap(coverage),
    '',
    ...verdictLines(record, lang, paint),
  ]
}

const verdictLines = (record: AuditRecord, lang: Lang, paint: Paint): string[] => {
  const word = REPORT_VERDICT[lang][record.verdict]
  const lead = `  ${word}  `
  const painted = `  ${paint.verdict[record.verdict](word)}  `
  const why = unfinishedText(record, lang)
  const indent = textWidth(lead)
  if (record.pack === null) return hang(painted, indent, why, paint)
  const parts = countsTexts(record, lang)
  const counts = parts.join(say(lang, '；', '; '))
  const [first, ...others] = [...(indent + textWidth(counts) <= paint.width ? [counts] : parts), why].filter(Boolean)
  return [
    ...hang(painted, indent, first ?? '', paint),
    ...others.flatMap((line) => hang(' '.repeat(indent), indent, line, paint)),
  ]
}
