import type { Artifact, ArtifactLocation, Invocation, Notification, Run } from 'sarif'
import { jsonText } from '../json/json-text.js'
import { say } from '../message/lang.js'
import { ruleTitles } from '../message/rule-titles.js'
import type { Reporter, ReporterOptions } from '../reporter.js'
import { auditResults } from './audit-results.js'
import { auditNotifications, failureNotification, notificationDescriptors, runNotification } from './notifications.js'
import { pathUri } from './path-uri.js'
import { SARIF_HEAD } from './sarif-head.js'
import { sarifText } from './sarif-text.js'
import { languageOf, ruleReferences, toolOf } from './tool.js'

/**
 * All of a run as SARIF 2.1.0. Results are written as they come; what is kept until the end is an artifact for each
 * input, as text, and what hindered an audit.
 */
export const sarifReporter = (options: ReporterOptions): Reporter => {
  const { lang, asOf, run, packs } = options
  const titles = new Map(packs.map((pack) => [pack.name, ruleTitles(pack, lang)]))
  const references = ruleReferences(packs)
  const artifacts: string[] = []
  const notifications: Notification[] = []
  let first = true
  const addArtifact = (path: string, more: Partial<Artifact>): ArtifactLocation => {
    const uri = pathUri(path)
    const index = artifacts.length
    const location = uri === null ? {} : { location: { uri } }
    const description = uri === null ? { description: sarifText(say(lang, '标准输入', 'standard input')) } : {}
    artifacts.push(jsonText({ ...location, ...description, roles: ['analysisTarget'], ...more } satisfies Artifact))
    return { ...(uri === null ? {} : { uri }), index }
  }
  return {
    begin: () => SARIF_HEAD,
    audit: (record) => {
      const { input, pack, body, year, yearFrom, selectedBy, verdict, counts } = record
      const artifactLocation = addArtifact(input.path, {
        mimeType: input.mediaType,
        hashes: { 'sha-256': input.sha256 },
        properties: { body, year, ...(yearFrom === undefined ? {} : { yearFrom }), pack, selectedBy, verdict, counts },
      })
      const reference = (ruleId: string) => references(pack ?? '', ruleId)
      notifications.push(...auditNotifications(record, artifactLocation, reference, lang))
      const titleOf = titles.get(pack ?? '') ?? ((ruleId: string) => ruleId)
      const results = auditResults(record, { artifactLocation, reference, titleOf, lang }).map((each) => jsonText(each))
      if (results.length === 0) return ''
      const text = `${first ? '' : ','}\n${results.join(',\n')}`
      first = false
      return text
    },
    failure: (failure) => {
      notifications.push(failureNotification(failure, addArtifact(failure.path, {})))
      return ''
    },
    end: ({ failures, notices, executionSuccessful }) => {
      const invocation: Invocation = {
        executionSuccessful: executionSuccessful && failures === 0,
        toolExecutionNotifications: notifications,
        toolConfigurationNotifications: notices.map(runNotification),
      }
      const rest: Omit<Run, 'artifacts'> = {
        invocations: [invocation],
        tool: toolOf(options, { notifications: notificationDescriptors(lang) }),
        language: languageOf(lang),
        columnKind: 'utf16CodeUnits',
        properties: { asOf, lang, run },
      }
      return `\n],"artifacts":[${artifacts.map((text) => `\n${text}`).join(',')}\n],${jsonText(rest).slice(1, -1)}}]}\n`
    },
  }
}
