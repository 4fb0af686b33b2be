import type { AuditRecord, Failure, Notice, Place } from '@gouji/core'
import type { ArtifactLocation, Notification, ReportingDescriptor, ReportingDescriptorReference } from 'sarif'
import { incompleteText } from '../message/audit-text.js'
import { noticeTexts } from '../message/document-notice-text.js'
import { type Lang, say } from '../message/lang.js'
import { RULE_VERDICT } from '../message/words.js'
import { physicalLocation } from './locations.js'
import { sarifText } from './sarif-text.js'

const KINDS = {
  unreadable: ['文件无法读取，没有审核', 'an input could not be read and was not audited'],
  incomplete: ['报告未能审完', 'a report could not be audited in full'],
  broken: ['规则运行出错', 'a rule broke'],
  notice: ['需要留意', 'something to know'],
} as const

type Kind = keyof typeof KINDS

/** What the notifications are, for the tool to list. */
export const notificationDescriptors = (lang: Lang): ReportingDescriptor[] =>
  Object.entries(KINDS).map(([id, [zh, en]]) => ({ id, shortDescription: sarifText(say(lang, zh, en)) }))

const notification = (
  kind: Kind,
  level: 'error' | 'warning',
  message: string,
  artifactLocation?: ArtifactLocation,
  place?: Place,
): Notification => ({
  descriptor: { id: kind, index: Object.keys(KINDS).indexOf(kind) },
  level,
  message: sarifText(message),
  ...(artifactLocation === undefined
    ? {}
    : { locations: [{ physicalLocation: physicalLocation(artifactLocation, place) }] }),
})

/** What is to be told of an audit as such: why it is incomplete, rules that broke, how its document was read. */
export const auditNotifications = (
  record: AuditRecord,
  artifactLocation: ArtifactLocation,
  reference: (ruleId: string) => ReportingDescriptorReference,
  lang: Lang,
): Notification[] => [
  ...(record.verdict === 'incomplete'
    ? [
        {
          ...notification('incomplete', 'error', incompleteText(record, lang), artifactLocation),
          ...(record.incompleteBecause === undefined ? {} : { properties: { because: record.incompleteBecause } }),
        },
      ]
    : []),
  ...record.rules
    .filter(({ verdict }) => verdict === 'broken')
    .map(({ id, reasons = [] }) => {
      const why = reasons.find(({ code }) => code === 'threw')?.message ?? RULE_VERDICT[lang].broken
      return { ...notification('broken', 'error', `${id}: ${why}`, artifactLocation), associatedRule: reference(id) }
    }),
  ...noticeTexts(record.notices, lang).map((text) => notification('notice', 'warning', text, artifactLocation)),
]

export const failureNotification = (
  { code, message, place }: Failure,
  artifactLocation: ArtifactLocation,
): Notification => ({
  ...notification('unreadable', 'error', message, artifactLocation, place),
  properties: { code },
})

/** A notice of the run: of the packs that judged. */
export const runNotification = ({ code, message }: Notice): Notification => ({
  ...notification('notice', 'warning', message),
  properties: { code },
})
