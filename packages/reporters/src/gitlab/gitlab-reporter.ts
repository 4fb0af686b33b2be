import { gravityOf, type Issue, issueOfFailure, issuesOf } from '../issues/issue.js'
import { stableHash } from '../issues/stable-hash.js'
import { jsonText } from '../json/json-text.js'
import { inertLine } from '../message/inert-line.js'
import { type Lang, say } from '../message/lang.js'
import type { Reporter, ReporterOptions } from '../reporter.js'

/** GitLab's words, by gravity. */
const SEVERITY = ['blocker', 'critical', 'minor', 'info'] as const

/** GitLab's Code Quality report: a JSON array of what is to be seen to. */
export const gitlabReporter = ({ lang, packs }: ReporterOptions): Reporter => {
  const issuesIn = issuesOf(packs, lang)
  let first = true
  const item = (issue: Issue): string => {
    const text = `${first ? '' : ','}\n${jsonText(codeQuality(issue, lang))}`
    first = false
    return text
  }
  return {
    begin: () => '[',
    audit: (record) => issuesIn(record).map(item).join(''),
    failure: (failure) => item(issueOfFailure(failure, lang)),
    end: () => `${first ? '' : '\n'}]\n`,
  }
}

const codeQuality = (issue: Issue, lang: Lang) => {
  const { path, place, hindrance, rule, title, message, fingerprint } = issue
  return {
    description: inertLine(hindrance === undefined ? message : `${title}${say(lang, '：', ': ')}${message}`),
    check_name: rule?.id ?? hindrance,
    fingerprint: stableHash(path, fingerprint),
    severity: SEVERITY[gravityOf(issue)],
    location: { path: path.replace(/^(?:\.\/+)+/, ''), lines: { begin: place?.line ?? 1 } },
  }
}
