// The pages under docs/rules, from the built packs: needs a build.

import { editionsOfRule, newestFirst, renderRulePage, textOf, yearsText } from '@gouji/reporters'
import { pack as rules2020 } from '@gouji/rules-2020'
import { pack as rules2021 } from '@gouji/rules-2021'

const PACKS = [rules2020, rules2021]
const SEVERITIES = { error: '错误', warning: '疑点', note: '提示' }

/** Names below docs/rules and texts: a page for each rule id, and the list of them with a column for each edition. */
export const generateRulePages = async () => {
  const ids = [...new Set(PACKS.flatMap(({ rules }) => rules.map(({ id }) => id)))].sort()
  const rules = ids.map((id) => ({ id, editions: editionsOfRule(id, PACKS) }))
  return [
    ...rules.map(({ id, editions }) => [`${id}.md`, renderRulePage(editions, 'zh')]),
    ['README.md', listOf(rules)],
  ]
}

const listOf = (rules) => {
  const row = (cells) => `| ${cells.join(' | ')} |`
  const columns = PACKS.map((pack) => `${pack.edition}（${yearsText(pack)}）`)
  const rows = rules.map(({ id, editions }) => [
    `[${id}](${id}.md)`,
    textOf(newestFirst(editions)[0].rule.title, 'zh'),
    ...PACKS.map((pack) => SEVERITIES[editions.find((each) => each.pack === pack)?.rule.severity] ?? '—'),
  ])
  return [
    '# 规则目录',
    '',
    '各格式下是规则的级别，— 是没有这条规则。由 `npm run generate` 生成。',
    '',
    ...PACKS.map((pack) => `- ${textOf(pack.title, 'zh')}：${pack.rules.length} 条`),
    '',
    row(['规则', '要求', ...columns]),
    row(['规则', '要求', ...columns].map(() => '---')),
    ...rows.map(row),
    '',
  ].join('\n')
}
