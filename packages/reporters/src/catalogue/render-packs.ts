import { type Pack, statusOf } from '@gouji/core'
import type { CatalogueFormat } from '../create-reporter.js'
import { jsonText } from '../json/json-text.js'
import { escapeMarkdown } from '../markdown/escape-markdown.js'
import { type Lang, say, textOf } from '../message/lang.js'
import { replacedText } from '../message/replaced-text.js'
import { yearsText } from '../message/selection-text.js'
import { STATUS } from '../message/words.js'
import { toPackInfo } from '../record/to-pack-info.js'
import { hangPlain, makePaint } from '../terminal/paint.js'
import { padded } from '../terminal/text-width.js'
import type { CatalogueOptions } from './render-rule.js'

/** The packs: from which report year to which, from when to when and in force or not on the day, built upon what, how many rules. */
export const renderPacks = (
  packs: readonly Pack[],
  format: CatalogueFormat,
  options: CatalogueOptions & { readonly asOf: string },
): string => {
  const { lang, asOf, color = false, width = 100 } = options
  const paint = makePaint(color, width)
  switch (format) {
    case 'terminal':
      return `${packs
        .flatMap((pack) => [
          paint.strong(`${pack.name} ${pack.version}`),
          ...fieldsOf(pack, lang, asOf).flatMap(([label, value]) => hangPlain(padded(`  ${label}`, 14), value, paint)),
          '',
        ])
        .join('\n')}\n`
    case 'json':
      return `${jsonText(
        packs.map((pack) => ({
          ...toPackInfo(pack, asOf),
          title: textOf(pack.title, lang),
          apiVersion: pack.apiVersion,
          reportYears: pack.reportYears,
          validFrom: pack.validFrom,
          ...(pack.validTo === undefined ? {} : { validTo: pack.validTo }),
          ...(pack.replacedBy === undefined ? {} : { replacedBy: pack.replacedBy }),
          ...(pack.extends === undefined ? {} : { extends: pack.extends }),
          rules: pack.rules.length,
        })),
        2,
      )}\n`
    case 'markdown':
      return packs
        .map((pack) =>
          [
            `## ${escapeMarkdown(`${pack.name} ${pack.version}`)}\n\n| | |\n|---|---|\n`,
            ...fieldsOf(pack, lang, asOf).map(([label, value]) => `| ${label} | ${escapeMarkdown(value)} |\n`),
          ].join(''),
        )
        .join('\n')
    default:
      return format satisfies never
  }
}

const fieldsOf = (pack: Pack, lang: Lang, asOf: string): readonly (readonly [string, string])[] => [
  [say(lang, '名称', 'title'), textOf(pack.title, lang)],
  [say(lang, '格式', 'edition'), pack.edition],
  [say(lang, '报告年度', 'report years'), yearsText(pack)],
  [
    say(lang, '有效期', 'valid'),
    say(lang, `${pack.validFrom} 至 ${pack.validTo ?? '今'}`, `from ${pack.validFrom} to ${pack.validTo ?? 'now'}`),
  ],
  [say(lang, '状态', 'status'), STATUS[lang][statusOf(pack, asOf)] + replacedText(pack.replacedBy, lang)],
  ...(pack.extends ?? []).map(({ name, version }) => [say(lang, '扩展自', 'extends'), `${name} ${version}`] as const),
  [say(lang, '接口版本', 'apiVersion'), String(pack.apiVersion)],
  [say(lang, '规则', 'rules'), say(lang, `${pack.rules.length} 条`, String(pack.rules.length))],
  [say(lang, '校验值', 'integrity'), pack.integrity],
]
