import type { Pack, Rule } from '@gouji/core'
import { templates } from '../generated/templates.js'
import { escapeView } from '../markdown/escape-markdown.js'
import { basisText } from '../message/basis-text.js'
import { type Lang, say } from '../message/lang.js'
import { ruleInfo } from './rule-info.js'

/** A rule's page in Markdown: what is checked, why, on which basis, when it cannot be judged, and its examples. */
export const renderRulePage = (rule: Rule, pack: Pack, lang: Lang = 'zh'): string => {
  const { failWhen, appliesWhen, severityWhen } = rule
  const info = ruleInfo(rule, pack, lang)
  return templates.rule({
    labels: pageLabels(lang),
    ...escapeView({ ...info, basis: info.basis.map((each) => basisText(each, lang)) }),
    // Stands in a block of code, where nothing is read as Markdown.
    condition: JSON.stringify({ appliesWhen, failWhen, severityWhen }, null, 2),
  })
}

const pageLabels = (lang: Lang) => ({
  id: say(lang, '编号', 'Id'),
  severity: say(lang, '级别', 'Severity'),
  version: say(lang, '版本', 'Version'),
  pack: say(lang, '规则包', 'Pack'),
  subject: say(lang, '检查对象', 'Applied to'),
  deprecated: say(lang, '已弃用', 'Deprecated'),
  basis: say(lang, '依据', 'Basis'),
  judgement: say(lang, '判断', 'Judgement'),
  message: say(lang, '不通过时，结果里写：', 'A finding says:'),
  unjudged: say(lang, '下列情形无法判断：', 'It cannot be judged where'),
  outside: say(lang, '下列情形不适用：', 'It does not apply where'),
  examples: say(lang, '示例', 'Examples'),
  examplesOf: say(
    lang,
    '把规则包自带的 clean.json 照“改动”改过之后，这条规则的结论：',
    "What the rule says of the pack's clean.json with each change:",
  ),
  example: say(lang, '示例', 'Example'),
  change: say(lang, '改动', 'Change'),
  verdict: say(lang, '结论', 'Verdict'),
  condition: say(lang, '条件', 'Condition'),
})
