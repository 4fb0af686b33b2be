import type { AuditRecord, FindingRecord, GoneFinding, RuleRecord, WaiverRecord } from '@gouji/core'
import type { ArtifactLocation, ReportingDescriptorReference, Result, Suppression } from 'sarif'
import { cleanText } from '../message/clean-text.js'
import { type Lang, say } from '../message/lang.js'
import { reasonsText } from '../message/reasons-text.js'
import { RULE_VERDICT } from '../message/words.js'
import { evidenceLocation } from './locations.js'
import { sarifText } from './sarif-text.js'

/** What the results of one audit are made with. */
export interface ResultContext {
  readonly artifactLocation: ArtifactLocation
  readonly reference: (ruleId: string) => ReportingDescriptorReference
  readonly titleOf: (ruleId: string) => string
  readonly lang: Lang
}

/**
 * The results of an audit: each finding, what is gone since the baseline, and each rule that found nothing by what
 * became of it. A rule that broke has no result: it is told among the notifications. Where one result of a run has
 * suppressions, SARIF wants all to have them.
 */
export const auditResults = (record: AuditRecord, context: ResultContext): readonly Result[] => [
  ...record.findings.map((finding) => findingResult(finding, record, context)),
  ...(record.gone ?? []).map((finding) => goneResult(finding, record, context)),
  ...record.rules.flatMap((rule) => ruleResult(rule, context)),
]

/** SARIF's words. The baseline's state of what is gone is absent. */
const BASELINE_STATE = { new: 'new', unchanged: 'unchanged', changed: 'updated' } as const

const findingResult = (finding: FindingRecord, record: AuditRecord, context: ResultContext): Result => {
  const { ruleId, severity, message, evidence, check, data, basis, fingerprint, waiver, baseline } = finding
  const { artifactLocation, lang } = context
  const [first, ...others] = evidence
  return {
    ruleId,
    rule: context.reference(ruleId),
    kind: 'fail',
    level: severity,
    message: sarifText(message),
    locations: [
      first === undefined
        ? { physicalLocation: { artifactLocation } }
        : evidenceLocation(first, artifactLocation, lang),
    ],
    ...(others.length === 0
      ? {}
      : { relatedLocations: others.map((item, id) => evidenceLocation(item, artifactLocation, lang, id)) }),
    partialFingerprints: fingerprintsOf(fingerprint, record),
    suppressions: waiver === undefined ? [] : [suppression(waiver, lang)],
    ...(baseline === undefined ? {} : { baselineState: BASELINE_STATE[baseline] }),
    properties: { check, data, basis },
  }
}

/** With body and year the fingerprint names a finding in any run; each stands by itself, so that nothing is lost. */
const fingerprintsOf = (fingerprint: string, { body, year }: AuditRecord): Record<string, string> => ({
  'fingerprint/v1': fingerprint,
  'body/v1': body.name ?? '',
  'year/v1': year === null ? '' : String(year),
})

const suppression = ({ reason, approver, expires }: WaiverRecord, lang: Lang): Suppression => ({
  kind: 'external',
  status: 'accepted',
  // No message of SARIF's: braces and links mean nothing here.
  justification: cleanText(
    say(
      lang,
      `${reason}（批准人 ${approver}，至 ${expires}）`,
      `${reason} (approved by ${approver}, until ${expires})`,
    ),
  ),
  properties: { reason, approver, expires },
})

const goneResult = (gone: GoneFinding, record: AuditRecord, context: ResultContext): Result => ({
  ruleId: gone.ruleId,
  rule: context.reference(gone.ruleId),
  kind: 'fail',
  level: gone.severity,
  message: sarifText(gone.message),
  locations: [{ physicalLocation: { artifactLocation: context.artifactLocation } }],
  partialFingerprints: fingerprintsOf(gone.fingerprint, record),
  suppressions: [],
  baselineState: 'absent',
  properties: { check: gone.check },
})

const KIND = { pass: 'pass', notApplicable: 'notApplicable', notAssessable: 'open' } as const

/** What became of a rule beside its findings. One that failed and could not be judged in full is open, too. */
const ruleResult = ({ id, version, verdict, checks, reasons = [] }: RuleRecord, context: ResultContext): Result[] => {
  const { artifactLocation, lang } = context
  const shown = verdict === 'fail' && checks.notAssessable ? 'notAssessable' : verdict
  if (shown === 'fail' || shown === 'broken') return []
  const word = RULE_VERDICT[lang][shown]
  const why = reasonsText(
    reasons.map(({ message }) => message),
    lang,
  )
  return [
    {
      ruleId: id,
      rule: context.reference(id),
      kind: KIND[shown],
      level: 'none',
      message: sarifText([word, context.titleOf(id), why].filter(Boolean).join(say(lang, '：', ': '))),
      locations: [{ physicalLocation: { artifactLocation } }],
      suppressions: [],
      properties: { version, checks, ...(reasons.length === 0 ? {} : { reasons }) },
    },
  ]
}
