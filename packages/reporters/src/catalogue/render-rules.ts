import type { Pack, Rule } from '@gouji/core'
import type { CatalogueFormat } from '../create-reporter.js'
import { jsonText } from '../json/json-text.js'
import { escapeMarkdown } from '../markdown/escape-markdown.js'
import { basesText } from '../message/basis-text.js'
import { type Lang, say, textOf } from '../message/lang.js'
import { yearsText } from '../message/selection-text.js'
import { SEVERITY } from '../message/words.js'
import { hang, hangPlain, makePaint, type Paint } from '../terminal/paint.js'
import { padded, textWidth } from '../terminal/text-width.js'
import type { CatalogueOptions } from './render-rule.js'
import { ruleInfo } from './rule-info.js'

/** Every rule of the packs with its severity, title and basis, in the format. */
export const renderRules = (packs: readonly Pack[], format: CatalogueFormat, options: CatalogueOptions): string => {
  const { lang, color = false, width = 100 } = options
  switch (format) {
    case 'terminal':
      return `${packs.flatMap((pack) => packLines(pack, lang, makePaint(color, width))).join('\n')}\n`
    case 'json':
      return `${jsonText(
        packs.flatMap((pack) => pack.rules.map((rule) => ruleInfo(rule, pack, lang))),
        2,
      )}\n`
    case 'markdown':
      return packs.map((pack) => packTable(pack, lang)).join('\n')
    default:
      return format satisfies never
  }
}

const headline = (pack: Pack, lang: Lang): string =>
  `${pack.name} ${pack.version}` +
  say(
    lang,
    `（${pack.edition}格式，${yearsText(pack)} 年度，${pack.rules.length} 条规则）`,
    ` (${pack.edition}, report years ${yearsText(pack)}, ${pack.rules.length} rules)`,
  )

/** The basis shortly: the document by its number. */
const shortBasis = (pack: Pack, { basis }: Rule, lang: Lang): string =>
  basesText(
    basis.map(({ instrument, clause, certainty }) => {
      const { title = instrument, number = title } = pack.instruments[instrument] ?? {}
      return { document: number, clause, certainty }
    }),
    lang,
  )

const packLines = (pack: Pack, lang: Lang, paint: Paint): string[] => {
  const idWidth = Math.max(...pack.rules.map(({ id }) => id.length))
  const wordWidth = Math.max(...Object.values(SEVERITY[lang]).map(textWidth))
  return [
    paint.strong(headline(pack, lang)),
    '',
    ...pack.rules.flatMap((rule) => {
      const word = padded(SEVERITY[lang][rule.severity], wordWidth)
      const id = padded(rule.id, idWidth)
      const indent = 2 + wordWidth + 2 + idWidth + 2
      return [
        ...hang(`  ${paint.severity[rule.severity](word)}  ${id}  `, indent, textOf(rule.title, lang), paint),
        ...hangPlain(' '.repeat(indent), shortBasis(pack, rule, lang), paint, paint.quiet),
      ]
    }),
    '',
  ]
}

const packTable = (pack: Pack, lang: Lang): string => {
  const cells = (...texts: readonly string[]): string => `| ${texts.join(' | ')} |\n`
  return [
    `## ${escapeMarkdown(headline(pack, lang))}\n\n`,
    cells(
      say(lang, '级别', 'Severity'),
      say(lang, '规则', 'Rule'),
      say(lang, '要求', 'Requirement'),
      say(lang, '依据', 'Basis'),
    ),
    cells('---', '---', '---', '---'),
    ...pack.rules.map((rule) =>
      cells(
        SEVERITY[lang][rule.severity],
        `\`${rule.id}\``,
        escapeMarkdown(textOf(rule.title, lang)),
        escapeMarkdown(shortBasis(pack, rule, lang)),
      ),
    ),
  ].join('')
}
