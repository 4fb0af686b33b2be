import type { FindingRecord } from '@gouji/core'
import { basesText } from '../message/basis-text.js'
import { cleanText } from '../message/clean-text.js'
import { baselineTag, waiverText } from '../message/gate-text.js'
import { type Lang, say } from '../message/lang.js'
import { placeText } from '../message/place-text.js'
import { SEVERITY } from '../message/words.js'
import { evidenceLines } from './evidence-lines.js'
import { hang, type Paint } from './paint.js'
import { padded, textWidth } from './text-width.js'

/** The place that a finding is shown at. */
export const placeOfFinding = ({ evidence }: FindingRecord, lang: Lang): string => placeText(evidence[0]?.place, lang)

/** Columns of the severity's word. */
const severityWidth = (lang: Lang): number => Math.max(...Object.values(SEVERITY[lang]).map(textWidth))

/** A finding: severity, place, message; under the message what it rests on, its basis and its rule. */
export const findingBlock = (finding: FindingRecord, placeWidth: number, lang: Lang, paint: Paint): string[] => {
  const place = placeOfFinding(finding, lang)
  const word = padded(SEVERITY[lang][finding.severity], severityWidth(lang))
  const placeColumn = placeWidth === 0 ? '' : `${padded(place, placeWidth)}  `
  const lead = `  ${word}  ${placeColumn}`
  const painted = `  ${paint.severity[finding.severity](word)}  ${paint.quiet(placeColumn)}`
  const indent = textWidth(lead)
  const blank = ' '.repeat(indent)
  return [
    ...hang(painted, indent, baselineTag(finding, lang) + cleanText(finding.message), paint),
    ...evidenceLines(finding, place, lang).flatMap((line) => hang(`${blank}  `, indent + 2, line, paint)),
    ...(finding.waiver === undefined
      ? []
      : hang(blank, indent, say(lang, '豁免：', 'waived: ') + waiverText(finding.waiver, lang), paint)),
    ...hang(
      blank,
      indent,
      `${say(lang, '依据：', 'basis: ')}${basesText(finding.basis, lang)}  ${finding.ruleId}`,
      paint,
      paint.quiet,
    ),
  ]
}
