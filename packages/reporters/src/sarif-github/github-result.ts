import type { ReportingDescriptor, ReportingDescriptorReference, Result } from 'sarif'
import type { Hindrance, Issue } from '../issues/issue.js'
import { stableHash } from '../issues/stable-hash.js'
import { type Lang, say } from '../message/lang.js'
import { pathUri } from '../sarif/path-uri.js'
import { sarifText } from '../sarif/sarif-text.js'

/** An alert of GitHub's. It has one place, with an end: the first line, where the document has no lines. */
export const githubResult = (
  { path, place, severity, hindrance, title, message, fingerprint, rule }: Issue,
  reference: (pack: string, ruleId: string) => ReportingDescriptorReference,
): Result => {
  const own = hindrance === undefined ? undefined : ownReference(hindrance)
  const known = own ?? reference(rule?.pack ?? '', rule?.id ?? '')
  const { line = 1, column = 1 } = place ?? {}
  return {
    ruleId: known.id ?? '',
    rule: known,
    level: severity,
    message: sarifText(hindrance === 'broken' ? `${title}: ${message}` : message),
    locations: [
      {
        physicalLocation: {
          // GitHub refuses a result without a URI, and standard input has none.
          artifactLocation: { uri: pathUri(path) ?? '-' },
          region: { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: `${stableHash(path, fingerprint)}:1` },
  }
}

/** What is told of a rule of which not all is listed. */
export const MORE = 'more'

const OWN = {
  unreadable: ['文件无法读取，没有审核', 'An input could not be read and was not audited'],
  incomplete: ['报告未能审完，没有查出问题不等于没有问题', 'A report could not be audited in full'],
  broken: ['规则运行出错，没有得出结论', 'A rule broke and came to no verdict'],
  more: ['同一条规则的结果太多，没有全部列出', 'A rule found more than is listed'],
} as const satisfies Readonly<Record<Hindrance | typeof MORE, readonly [zh: string, en: string]>>

/** Rules of the program itself, so that what hindered an audit is an alert as well. */
export const ownRules = (lang: Lang): ReportingDescriptor[] =>
  Object.entries(OWN).map(([name, [zh, en]]) => {
    const text = sarifText(say(lang, zh, en))
    return {
      id: `gouji/${name}`,
      shortDescription: text,
      fullDescription: text,
      help: text,
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['audit'] },
    }
  })

/** The reference to one of them. */
export const ownReference = (name: keyof typeof OWN): ReportingDescriptorReference => ({
  id: `gouji/${name}`,
  index: Object.keys(OWN).indexOf(name),
})
