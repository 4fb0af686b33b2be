import type { Result, Run } from 'sarif'
import { type Gravest, keepGravest } from '../issues/gravest.js'
import { gravityOf, type Issue, issueOfFailure, issuesOf } from '../issues/issue.js'
import { jsonText } from '../json/json-text.js'
import { type Lang, say } from '../message/lang.js'
import type { Reporter, ReporterOptions } from '../reporter.js'
import { SARIF_HEAD } from '../sarif/sarif-head.js'
import { sarifText } from '../sarif/sarif-text.js'
import { languageOf, ruleReferences, toolOf } from '../sarif/tool.js'
import { githubResult, MORE, ownReference, ownRules } from './github-result.js'

/** GitHub keeps so many results of a run. */
const MOST = 5000
/** So many of one rule, so that one that finds much leaves room for the others. */
const MOST_OF_RULE = 100

/**
 * SARIF for GitHub's code scanning, which takes every result for an alert: open findings and what hindered an audit,
 * and nothing that passed or was waived. The gravest come first; what is left out is counted in an alert of its own.
 */
export const sarifGithubReporter = (options: ReporterOptions): Reporter => {
  const { lang, packs, asOf } = options
  const issuesIn = issuesOf(packs, lang)
  const byRule = new Map<string, Gravest>()
  const add = (issue: Issue): void => {
    const key = issue.hindrance ?? `${issue.rule?.pack}\n${issue.rule?.id}`
    const group = byRule.get(key) ?? keepGravest(MOST_OF_RULE)
    byRule.set(key, group)
    group.add(issue)
  }
  return {
    begin: () => SARIF_HEAD,
    audit: (record) => {
      for (const issue of issuesIn(record)) add(issue)
      return ''
    },
    failure: (failure) => {
      add(issueOfFailure(failure, lang))
      return ''
    },
    end: ({ failures, executionSuccessful }) => {
      const groups = [...byRule.values()]
      const reference = ruleReferences(packs)
      const listed = new Set(
        groups
          .flatMap(({ kept }) => kept)
          .sort((a, b) => gravityOf(a) - gravityOf(b))
          // Room is left to tell of each rule that there is more of it.
          .slice(0, MOST - groups.length),
      )
      const more = groups.flatMap((group) => {
        const count = group.kept.filter((issue) => listed.has(issue)).length
        return count === group.total
          ? []
          : [moreResult(group, count, githubResult(group.kept.at(-1)!, reference), lang)]
      })
      const results = [...more, ...[...listed].map((issue) => githubResult(issue, reference))]
      const total = groups.reduce((sum, group) => sum + group.total, 0)
      const rest: Run = {
        tool: toolOf(options, { rules: ownRules(lang) }),
        invocations: [{ executionSuccessful: executionSuccessful && failures === 0 }],
        language: languageOf(lang),
        columnKind: 'utf16CodeUnits',
        properties: { asOf, total, listed: listed.size },
      }
      return `${results.map((each) => `\n${jsonText(each)}`).join(',')}\n],${jsonText(rest).slice(1, -1)}}]}\n`
    },
  }
}

/** Where a rule's last kept issue stands, how many more it has. */
const moreResult = ({ total }: Gravest, listed: number, last: Result, lang: Lang): Result => {
  const text = say(
    lang,
    `${last.ruleId} 共 ${total} 处，只列出 ${listed} 处；全部结果见 --output sarif=文件`,
    `${last.ruleId} found ${total} in all, of which ${listed} are listed; --output sarif=file has all of them`,
  )
  return {
    ...last,
    ruleId: `gouji/${MORE}`,
    rule: ownReference(MORE),
    message: sarifText(text),
    partialFingerprints: { primaryLocationLineHash: `more:${last.ruleId}` },
  }
}
