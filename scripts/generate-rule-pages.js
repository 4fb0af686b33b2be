// The pages under docs/rules, from the built packs: needs a build.

import { renderRulePage, textOf } from '@gouji/reporters'
import { pack } from '@gouji/rules-2020'

const SEVERITIES = { error: '错误', warning: '疑点', note: '提示' }

/** Names below docs/rules and texts: a page for each rule, and the list of them. */
export const generateRulePages = async () => {
  const pages = await Promise.all(
    pack.rules.map(async (rule) => [`${rule.id}.md`, await renderRulePage(rule, pack, 'zh')]),
  )
  const rows = pack.rules.map(
    (rule) => `| [${rule.id}](${rule.id}.md) | ${SEVERITIES[rule.severity]} | ${textOf(rule.title, 'zh')} |`,
  )
  const list = [
    `# 规则目录`,
    '',
    `${textOf(pack.title, 'zh')}，共 ${pack.rules.length} 条。由 \`npm run generate\` 生成。`,
    '',
    '| 规则 | 级别 | 要求 |',
    '|---|---|---|',
    ...rows,
    '',
  ]
  return [...pages, ['README.md', list.join('\n')]]
}
