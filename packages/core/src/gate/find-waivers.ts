import type { Finding } from '../audit/audit.js'
import { normalizeLabel } from '../text/normalize.js'
import type { AuditRecord, Body, Waiver } from '../types.js'
import { sameValues, seenValues } from './seen-values.js'

/** What became of a waiver in a run: `elsewhere` where its report was not audited, or its rule could not be judged. */
export type WaiverState = 'used' | 'expired' | 'changed' | 'unused' | 'elsewhere'

/** What a report goes by from run to run: its body's name, compared as headings are, and its year; `null` where it has no name. */
export const reportKey = ({ name = '' }: Body, year: number | null): string | null => {
  const body = normalizeLabel(name)
  return body === '' ? null : `${year} ${body}`
}

/** Waivers by the report that they are of. */
export const byReport = (waivers: readonly Waiver[]): ReadonlyMap<string, readonly Waiver[]> => {
  const groups = new Map<string, Waiver[]>()
  for (const waiver of waivers) {
    const key = reportKey({ name: waiver.body }, waiver.year)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), waiver])
  }
  return groups
}

/** How the waiver stands to a finding of its report on the day: `null` where it is of another. */
export const stateFor = (
  { fingerprint, values, expires }: Waiver,
  finding: Pick<Finding, 'fingerprint' | 'evidence'>,
  asOf: string,
): 'used' | 'expired' | 'changed' | null => {
  if (fingerprint !== finding.fingerprint) return null
  if (asOf > expires) return 'expired'
  return sameValues(values, seenValues(finding.evidence)) ? 'used' : 'changed'
}

/** The waiver of a finding as a result has it: values and report stand in the result already. */
export const waiverRecord = ({
  reason,
  approver,
  expires,
}: Waiver): NonNullable<AuditRecord['findings'][0]['waiver']> => ({
  reason,
  approver,
  expires,
})
