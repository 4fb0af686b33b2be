import type { Audit, Finding } from '../audit/audit.js'
import type { AuditRecord, BaselineState, FindingRecord, GoneFinding, Result } from '../types.js'
import { reportKey } from './find-waivers.js'
import { sameValues, seenValues } from './seen-values.js'

/** Finds the audit of the same report in an earlier result, each at most once; `null` where there is none left. */
export const baselineOf = (result: Result): ((audit: Audit, path: string) => AuditRecord | null) => {
  const left = new Map<string, AuditRecord[]>()
  for (const record of result.audits) {
    const key = keyOf(record, record.input.path)
    left.set(key, [...(left.get(key) ?? []), record])
  }
  return (audit, path) => {
    const records = left.get(keyOf(audit, path)) ?? []
    // Of several reports of one body and year, the same file's: one that was mended must not answer for another.
    const same = records.findIndex(({ input }) => input.path === path)
    const [found = null] = records.splice(Math.max(same, 0), 1)
    return found
  }
}

/** A report without a body's name is known by its path alone. */
const keyOf = ({ body, year }: Pick<Audit, 'body' | 'year'>, path: string): string =>
  reportKey(body, year) ?? `path ${path}`

/** Whether the earlier audit had the finding. One that was waived then and is open now was not let be for good: it is new. */
export const stateIn = (before: AuditRecord | null, finding: Finding): BaselineState => {
  const known = before?.findings.find(({ fingerprint }) => fingerprint === finding.fingerprint)
  if (known === undefined || (known.waiver !== undefined && finding.waiver === undefined)) return 'new'
  const same =
    known.severity === finding.severity && sameValues(seenValues(known.evidence), seenValues(finding.evidence))
  return same ? 'unchanged' : 'changed'
}

/** What the earlier audit found and this one, which could judge it, does not. */
export const goneFrom = (
  before: AuditRecord | null,
  { rules, findings }: Pick<Audit, 'rules' | 'findings'>,
): GoneFinding[] => {
  if (before === null) return []
  const found = new Set(findings.map(({ fingerprint }) => fingerprint))
  const unjudged = new Set(
    rules.filter(({ checks }) => checks.notAssessable || checks.broken).map(({ rule }) => rule.id),
  )
  return before.findings
    .filter(({ fingerprint, ruleId }) => !found.has(fingerprint) && !unjudged.has(ruleId))
    .map(goneFinding)
}

const goneFinding = ({ ruleId, severity, check, message, fingerprint }: FindingRecord): GoneFinding => ({
  ruleId,
  severity,
  check,
  message,
  fingerprint,
})
