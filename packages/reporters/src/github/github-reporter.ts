import { type Gravest, keepGravest } from '../issues/gravest.js'
import { type Issue, issueOfFailure, issuesOf } from '../issues/issue.js'
import { noticeTexts } from '../message/document-notice-text.js'
import { inertLine } from '../message/inert-line.js'
import { type Lang, say } from '../message/lang.js'
import { addToTotals, newTotals, totalsText } from '../message/run-text.js'
import { SEVERITY } from '../message/words.js'
import type { Reporter, ReporterOptions } from '../reporter.js'
import { workflowCommand } from './workflow-command.js'

/** How many annotations of each kind GitHub shows of one step; it takes the first. */
const MOST = 10

const COMMAND = { error: 'error', warning: 'warning', note: 'notice' } as const

/**
 * Annotations of GitHub Actions. GitHub shows the first few of each kind, so they are written at the end, when the
 * gravest are known; where there are more, the last one tells how many. Then the total, as a line of the log.
 */
export const githubReporter = ({ lang, packs }: ReporterOptions): Reporter => {
  const issuesIn = issuesOf(packs, lang)
  const totals = newTotals()
  const shown = { error: keepGravest(MOST), warning: keepGravest(MOST), note: keepGravest(MOST) }
  const add = (issue: Issue): string => {
    shown[issue.severity].add(issue)
    return ''
  }
  return {
    begin: () => '',
    audit: (record) => {
      addToTotals(totals, record)
      for (const issue of issuesIn(record)) add(issue)
      for (const message of noticeTexts(record.notices, lang)) add(noticeIssue(message, record.input.path, lang))
      return ''
    },
    failure: (failure) => add(issueOfFailure(failure, lang)),
    end: ({ failures, notices }) => {
      for (const { message } of notices) add(noticeIssue(message, '-', lang))
      const lines = (['error', 'warning', 'note'] as const).flatMap((severity) =>
        annotations(severity, shown[severity], lang),
      )
      return `${lines.join('')}${inertLine(totalsText(totals, failures, lang))}\n`
    },
  }
}

const noticeIssue = (message: string, path: string, lang: Lang): Issue => ({
  path,
  place: undefined,
  severity: 'warning',
  title: say(lang, '注意', 'notice'),
  message,
  fingerprint: '',
})

const annotations = (severity: keyof typeof COMMAND, { kept, total }: Gravest, lang: Lang): string[] => {
  if (total <= MOST) return kept.map(annotation)
  const listed = MOST - 1
  const word = SEVERITY[lang][severity]
  const more = say(
    lang,
    `另有 ${total - listed} 处没有列出（共 ${total} 处），完整的结果见其他输出，如 --output json=结果.json`,
    `${total - listed} more of ${total} are not shown; another output has them all, as --output json=result.json`,
  )
  return [...kept.slice(0, listed).map(annotation), workflowCommand(COMMAND[severity], { title: word }, more)]
}

const annotation = ({ severity, path, place, title, message }: Issue): string =>
  workflowCommand(
    COMMAND[severity],
    { file: path === '-' ? undefined : path.replace(/^(?:\.\/+)+/, ''), line: place?.line, col: place?.column, title },
    message,
  )
