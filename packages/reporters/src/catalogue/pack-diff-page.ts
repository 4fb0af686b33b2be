import type { Failure } from '@gouji/core'
import { escapeMarkdown } from '../markdown/escape-markdown.js'
import { cleanText } from '../message/clean-text.js'
import { type Lang, say } from '../message/lang.js'
import { failureLine } from '../message/run-text.js'
import { type ComparedRule, type ComparisonView, comparisonView } from './comparison-view.js'
import { countsOf, type DiffEntry, packDiffView, SIGN, titleOfDiff } from './pack-diff-view.js'
import type { ComparedPacks } from './render-pack-diff.js'

/** How two packs differ, as a comment on a change: totals first, then tables; what is long is folded. */
export const packDiffPage = ({ from, to, diff, reports }: ComparedPacks, lang: Lang): string => {
  const groups = packDiffView(diff, to, lang)
  const failures = reports?.failures ?? []
  const view = reports && comparisonView(reports.compared, failures.length, lang)
  const counts =
    groups.length === 0 ? [say(lang, '没有差别', 'No differences')] : groups.map((each) => countsOf(each, lang))
  return [
    `## ${escapeMarkdown(titleOfDiff(from, to))}`,
    [...counts, ...(view?.totals ?? [])].map((text) => `- ${text}`).join('\n'),
    ...groups.map(({ title, entries }) => `### ${title}\n\n${entryTable(entries, lang)}`),
    ...(view === undefined ? [] : reportParts(view, failures, lang)),
  ]
    .map((part) => `${part}\n`)
    .join('\n')
}

const entryTable = (entries: readonly DiffEntry[], lang: Lang): string =>
  table(
    ['', say(lang, '名称', 'Name'), say(lang, '内容', 'What')],
    entries.map(({ sign, kind, id, about, changes }) => [
      SIGN[lang][sign],
      [kind, code(id)].filter(Boolean).join(' '),
      [escapeMarkdown(about), ...changes.map(({ path, text }) => `${code(path)} ${escapeMarkdown(text)}`)]
        .filter(Boolean)
        .join('<br>'),
    ]),
  )

/** What became of the reports, rule by rule and report by report; nothing where nothing did. */
const reportParts = ({ rules, reports }: ComparisonView, failures: readonly Failure[], lang: Lang): string[] => {
  const [rule, verdict] = [say(lang, '规则', 'Rule'), say(lang, '结论', 'Verdict')]
  const parts = [
    rules.length === 0
      ? ''
      : table(
          [rule, say(lang, '报告', 'Reports'), verdict, say(lang, '结果', 'Findings')],
          rules.map((each) => [code(each.id), each.reports, each.verdicts, each.findings]),
        ),
    reports.length === 0
      ? ''
      : folded(
          say(lang, `有变化的报告：${reports.length} 份`, `Reports that changed: ${reports.length}`),
          table(
            [say(lang, '报告', 'Report'), verdict, rule],
            reports.map((each) => [escapeMarkdown(each.path), each.verdict, each.rules.map(throughText).join('<br>')]),
          ),
        ),
    failures.map((failure) => `- ${escapeMarkdown(failureLine(failure, lang))}`).join('\n'),
  ].filter(Boolean)
  return parts.length === 0 ? [] : [`### ${say(lang, '报告', 'Reports')}`, ...parts]
}

const throughText = ({ id, verdicts, findings }: ComparedRule): string =>
  [code(id), verdicts, findings].filter(Boolean).join(' ')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n')

const folded = (summary: string, text: string): string =>
  `<details><summary>${summary}</summary>\n\n${text}\n\n</details>`

/** Ids and paths are shown as code; a mark that would end it is left out. */
const code = (text: string): string =>
  text === '' ? '' : `\`${cleanText(text).replaceAll('`', '').replaceAll('|', '\\|')}\``
