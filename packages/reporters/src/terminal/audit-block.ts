import type { AuditRecord, Pack } from '@gouji/core'
import { countsTexts, subjectText, unfinishedText } from '../message/audit-text.js'
import { cleanText } from '../message/clean-text.js'
import { noticeTexts } from '../message/document-notice-text.js'
import { goneText, partFindings } from '../message/gate-text.js'
import { type Lang, say } from '../message/lang.js'
import { ruleTitles } from '../message/rule-titles.js'
import { noticeLine } from '../message/run-text.js'
import { REPORT_VERDICT } from '../message/words.js'
import { coverageLines } from './coverage-lines.js'
import { findingBlock, placeOfFinding } from './finding-block.js'
import { hang, hangPlain, type Paint } from './paint.js'
import { textWidth } from './text-width.js'

/** One report's audit: what was audited by which pack, how it was read, findings by severity, those waived, those gone, what could not be judged, counts, verdict. */
export const auditBlock = (record: AuditRecord, packs: readonly Pack[], lang: Lang, paint: Paint): string[] => {
  const pack = packs.findLast(({ name }) => name === record.pack)
  const { open, waived } = partFindings(record)
  const placeWidth = Math.max(0, ...record.findings.map((finding) => textWidth(placeOfFinding(finding, lang))))
  const coverage = coverageLines(record, ruleTitles(pack, lang), lang, paint)
  const gap = (lines: readonly string[]): string[] => (lines.length > 0 ? ['', ...lines] : [])
  const titled = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', ...hangPlain('  ', title, paint, paint.strong), ...lines]
  return [
    ...hangPlain('', cleanText(record.input.path), paint, paint.strong),
    ...hangPlain('', cleanText(subjectText(record, pack, lang)), paint, paint.quiet),
    ...gap(
      noticeTexts(record.notices, lang).flatMap((text) => hangPlain('  ', noticeLine(text, lang), paint, paint.alarm)),
    ),
    ...open.flatMap((finding) => gap(findingBlock(finding, placeWidth, lang, paint))),
    ...titled(
      say(lang, '已豁免（不计入结论）', 'waived (not counted in the verdict)'),
      waived.flatMap((finding) => gap(findingBlock(finding, placeWidth, lang, paint))),
    ),
    ...titled(
      say(lang, '基线里有、这次没有的问题', 'in the baseline, and no more'),
      (record.gone ?? []).flatMap((each) => hangPlain('  ', goneText(each, lang), paint, paint.quiet)),
    ),
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
