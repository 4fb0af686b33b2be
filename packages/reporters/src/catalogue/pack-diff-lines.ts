import { cleanText } from '../message/clean-text.js'
import { type Lang, say } from '../message/lang.js'
import { failureLine } from '../message/run-text.js'
import { namedLines, WIDEST_NAME } from '../terminal/named-lines.js'
import { hangPlain, makePaint, type Paint } from '../terminal/paint.js'
import { padded, textWidth, widest } from '../terminal/text-width.js'
import { type ComparedRule, comparisonView } from './comparison-view.js'
import { countsOf, type DiffEntry, packDiffView, SIGN, titleOfDiff } from './pack-diff-view.js'
import type { ComparedPacks } from './render-pack-diff.js'
import type { CatalogueOptions } from './render-rule.js'

/** How two packs differ, for a terminal. */
export const packDiffLines = ({ from, to, diff, reports }: ComparedPacks, options: CatalogueOptions): string => {
  const { lang, color = false, width = 100 } = options
  const paint = makePaint(color, width)
  const groups = packDiffView(diff, to, lang)
  const lines = [
    ...hangPlain('', titleOfDiff(from, to), paint, paint.strong),
    ...(groups.length === 0
      ? [`  ${say(lang, '没有差别', 'no differences')}`]
      : groups.flatMap((group) => hangPlain('  ', countsOf(group, lang), paint))),
    '',
    ...groups.flatMap(({ title, entries }) => [paint.strong(title), ...entryLines(entries, lang, paint), '']),
    ...(reports === undefined ? [] : reportLines(reports, lang, paint)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const entryLines = (entries: readonly DiffEntry[], lang: Lang, paint: Paint): string[] => {
  const signWidth = widest(Object.values(SIGN[lang]))
  const kindWidth = widest(entries.map(({ kind }) => kind))
  const idWidth = Math.min(WIDEST_NAME, widest(entries.map(({ id, about }) => (about === '' ? '' : id))))
  return entries.flatMap(({ sign, kind, id, about, changes }) => {
    const lead = [padded(SIGN[lang][sign], signWidth), ...(kindWidth > 0 ? [padded(kind, kindWidth)] : [])].join('  ')
    return [
      ...namedLines(`  ${lead}  `, id, idWidth, about, paint),
      ...changes.flatMap(({ path, text }) =>
        namedLines(' '.repeat(textWidth(lead) + 6), path, widest(changes.map((each) => each.path)), text, paint),
      ),
    ]
  })
}

const reportLines = (
  { compared, failures }: NonNullable<ComparedPacks['reports']>,
  lang: Lang,
  paint: Paint,
): string[] => {
  const { totals, rules, reports } = comparisonView(compared, failures.length, lang)
  return [
    paint.strong(say(lang, '报告', 'Reports')),
    ...totals.flatMap((text) => hangPlain('  ', text, paint)),
    '',
    ...(rules.length === 0 ? [] : [...ruleLines(rules, true, paint), '']),
    ...reports.flatMap(({ path, verdict, rules: through }) => [
      ...hangPlain(`${cleanText(path)}  `, verdict, paint),
      ...ruleLines(through, false, paint),
      '',
    ]),
    ...failures.flatMap((failure) => hangPlain('', failureLine(failure, lang), paint, paint.alarm)),
  ]
}

const ruleLines = (rules: readonly ComparedRule[], several: boolean, paint: Paint): string[] => {
  const idWidth = widest(rules.map(({ id }) => id))
  const countWidth = widest(rules.map(({ reports }) => reports))
  const verdictsWidth = widest(rules.map(({ verdicts }) => verdicts))
  return rules.flatMap(({ id, reports, verdicts, findings }) =>
    hangPlain(
      `  ${padded(id, idWidth)}  ${several ? `${' '.repeat(countWidth - textWidth(reports))}${reports}  ` : ''}`,
      `${padded(verdicts, verdictsWidth)}  ${findings}`.trimEnd(),
      paint,
    ),
  )
}
