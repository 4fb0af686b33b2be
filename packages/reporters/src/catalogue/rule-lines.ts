import type { ChangeText } from '../message/change-text.js'
import { cleanText } from '../message/clean-text.js'
import { type Lang, say } from '../message/lang.js'
import { mapTexts } from '../message/map-texts.js'
import { namedLines } from '../terminal/named-lines.js'
import { hangPlain, makePaint, type Paint } from '../terminal/paint.js'
import { padded, widest } from '../terminal/text-width.js'
import type { ExampleInfo } from './example-info.js'
import type { OlderEditions } from './older-editions.js'
import type { CatalogueOptions } from './render-rule.js'
import type { RuleEdition } from './rule-editions.js'
import { RULE_LABELS } from './rule-labels.js'
import { type EditionView, type RuleView, ruleView } from './rule-view.js'

/** A rule in all its editions, for a terminal. */
export const ruleLines = (found: readonly RuleEdition[], options: CatalogueOptions): string[] => {
  const { lang, color = false, width = 100 } = options
  const paint = makePaint(color, width)
  const view = mapTexts(ruleView(found, lang), cleanText)
  const labels = RULE_LABELS[lang]
  return [
    `${paint.strong(view.id)}  ${paint.severity[view.severity](view.severityText)}`,
    ...hangPlain('', view.title, paint),
    '',
    ...field(labels.editions, editionTexts(view.editions, lang), paint),
    ...field(labels.subject, [view.subject], paint),
    ...field(labels.why, [view.why], paint),
    ...field(labels.basis, view.basis, paint),
    ...field(labels.message, [view.message], paint),
    ...field(say(lang, '无法判断', 'unjudged'), view.unjudged, paint),
    ...field(say(lang, '不适用', 'outside'), view.outside, paint),
    ...parameterLines(view.parameters, lang, paint),
    ...field(labels.deprecated, [view.deprecated], paint),
    ...exampleLines(
      say(lang, '示例（改动规则包自带的 clean.json）', "examples (changes of the pack's clean.json)"),
      view.examples,
      lang,
      paint,
    ),
    ...view.older.flatMap((each) => ['', ...olderLines(each, lang, paint)]),
  ]
}

const LABEL_WIDTH = 12

const field = (label: string, values: readonly string[], paint: Paint): string[] =>
  values
    .filter((value) => value !== '')
    .flatMap((value, index) => hangPlain(labelled(index === 0 ? label : ''), value, paint))

const labelled = (label: string): string => padded(`  ${label}`, LABEL_WIDTH)

const editionTexts = (editions: readonly EditionView[], lang: Lang): string[] => {
  const versionText = (version: number): string => say(lang, `第 ${version} 版`, `version ${version}`)
  const [only, ...others] = editions
  if (others.length === 0 && only !== undefined)
    return [
      say(lang, '只用于 ', 'only in ') +
        [only.edition, versionText(only.version), only.pack].join(say(lang, '，', ', ')),
    ]
  const rows = editions.map(({ edition, severity, version, pack }) => [edition, severity, versionText(version), pack])
  return rows.map((row) =>
    row
      .map((text, column) => padded(text, widest(rows.map((each) => each[column]!))))
      .join('  ')
      .trimEnd(),
  )
}

const parameterLines = (parameters: RuleView['parameters'], lang: Lang, paint: Paint): string[] => {
  const nameWidth = widest(parameters.map(({ name }) => name))
  return parameters.flatMap(({ name, title, value }, index) =>
    hangPlain(
      `${labelled(index === 0 ? RULE_LABELS[lang].parameters : '')}${padded(name, nameWidth)}  `,
      `${title}${say(lang, '：', ': ')}${value}`,
      paint,
    ),
  )
}

const exampleLines = (title: string, examples: readonly ExampleInfo[], lang: Lang, paint: Paint): string[] =>
  examples.length === 0
    ? []
    : [
        '',
        `  ${title}`,
        ...examples.flatMap(({ name, verdict, changes }) => [
          ...hangPlain('  ', `${name}${say(lang, '：', ': ')}${verdict}`, paint),
          ...changes.flatMap(({ pointer, what }) => hangPlain('      ', `${pointer} ${what}`, paint, paint.quiet)),
        ]),
      ]

const olderLines = (older: OlderEditions, lang: Lang, paint: Paint): string[] => {
  const { title, fields, changes, between, examples } = older
  return [
    ...hangPlain('', title, paint, paint.strong),
    ...fields.flatMap(({ label, values }) => field(label, values, paint)),
    ...changeLines(changes, between, lang, paint),
    ...exampleLines(say(lang, '另有示例', 'other examples'), examples, lang, paint),
  ]
}

const changeLines = (changes: readonly ChangeText[], between: string, lang: Lang, paint: Paint): string[] => {
  if (changes.length === 0) return []
  const pathWidth = widest(changes.map(({ path }) => path))
  return [
    '',
    `  ${say(lang, `改动（${between}）`, `changes (${between})`)}`,
    ...changes.flatMap(({ path, text }) => namedLines('  ', path, pathWidth, text, paint)),
  ]
}
