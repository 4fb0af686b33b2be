import type { Pack, Rule } from '@gouji/core'
import type { Format } from '../create-reporter.js'
import { basisText } from '../message/basis-text.js'
import { type Lang, say } from '../message/lang.js'
import { hangPlain, makePaint, type Paint } from '../terminal/paint.js'
import { padded } from '../terminal/text-width.js'
import { type RuleInfo, ruleInfo } from './rule-info.js'

/** How a catalogue is to be shown. */
export interface CatalogueOptions {
  readonly lang: Lang
  readonly color?: boolean
  readonly width?: number
}

/** One rule fully, in the format. */
export const renderRule = async (
  rule: Rule,
  pack: Pack,
  format: Format,
  options: CatalogueOptions,
): Promise<string> => {
  const { lang, color = false, width = 100 } = options
  switch (format) {
    case 'terminal':
      return `${ruleLines(ruleInfo(rule, pack, lang), lang, makePaint(color, width)).join('\n')}\n`
    case 'json':
      return `${JSON.stringify({ ...ruleInfo(rule, pack, lang), rule }, null, 2)}\n`
    case 'markdown':
      return (await import('./rule-page.js')).renderRulePage(rule, pack, lang)
    default:
      return format satisfies never
  }
}

const LABEL_WIDTH = 12

const ruleLines = (info: RuleInfo, lang: Lang, paint: Paint): string[] => {
  const field = (zh: string, en: string, ...values: readonly string[]): string[] =>
    values
      .filter((value) => value !== '')
      .flatMap((value, index) =>
        hangPlain(padded(index === 0 ? `  ${say(lang, zh, en)}` : '', LABEL_WIDTH), value, paint),
      )
  const severity = paint.severity[info.severity]
  return [
    `${paint.strong(info.id)}  ${severity(info.severityText)}`,
    ...hangPlain('', info.title, paint),
    '',
    ...field('对象', 'each', info.subject),
    ...field('说明', 'why', info.why),
    ...field('依据', 'basis', ...info.basis.map((each) => basisText(each, lang))),
    ...field('结果', 'message', info.message),
    ...field('无法判断', 'unjudged', ...info.unjudged),
    ...field('不适用', 'outside', ...info.outside),
    ...field('弃用', 'retired', info.deprecated),
    ...field(
      '规则包',
      'pack',
      say(lang, `${info.pack}，规则版本 ${info.version}`, `${info.pack}, rule version ${info.version}`),
    ),
    '',
    `  ${say(lang, '示例（改动规则包自带的 clean.json）', "examples (changes of the pack's clean.json)")}`,
    ...info.examples.flatMap(({ name, verdict, changes }) => [
      ...hangPlain('  ', `${name}${say(lang, '：', ': ')}${verdict}`, paint),
      ...changes.flatMap(({ pointer, what }) => hangPlain('      ', `${pointer} ${what}`, paint, paint.quiet)),
    ]),
  ]
}
