import type { Pack, Rule } from '@gouji/core'
import type { ReportingDescriptor } from 'sarif'
import { ruleInfo } from '../catalogue/rule-info.js'
import { basisText } from '../message/basis-text.js'
import { type Lang, say } from '../message/lang.js'
import { sarifText } from './sarif-text.js'

/** A rule as SARIF tells it: what it requires, why, on what it stands, when it cannot be judged. */
export const ruleDescriptor = (rule: Rule, pack: Pack, lang: Lang): ReportingDescriptor => {
  const { id, version, severity, severityText, title, why, subject, basis, unjudged, deprecated } = ruleInfo(
    rule,
    pack,
    lang,
  )
  const bases = basis.map((each) => basisText(each, lang))
  const colon = say(lang, '：', ': ')
  const list = (name: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [`${name}${colon}`, ...items.map((item) => `- ${item}`)]
  const help = [
    title,
    ...(why === '' ? [] : [why]),
    ...(deprecated === '' ? [] : [deprecated]),
    `${say(lang, '查什么', 'Applied to')}${colon}${subject}`,
    `${say(lang, '级别', 'Severity')}${colon}${severityText}`,
    ...list(say(lang, '依据', 'Basis'), bases),
    ...list(say(lang, '何时无法判断', 'Not assessable where'), unjudged),
  ].join('\n')
  const [group = id] = id.split('/')
  return {
    id,
    shortDescription: sarifText(title),
    fullDescription: sarifText(why || title),
    help: sarifText(help),
    defaultConfiguration: { level: severity },
    properties: { tags: [group, pack.edition], version, basis: bases },
  }
}
