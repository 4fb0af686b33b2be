import { type Audit, auditReport, compilePack, type Report, withValue } from '@gouji/core'
import { code, pack } from '@gouji/rules-2020'

export { pack }

const compiled = compilePack(pack, code)

/** The audit of the pack's clean report with new values by pointer; what is undefined is taken away. */
export const auditChanged = (changes: Readonly<Record<string, unknown>> = {}, by = compiled): Audit =>
  auditReport(
    Object.entries(changes).reduce<Report>((report, [pointer, value]) => withValue(report, pointer, value), pack.clean),
    [by],
  )

export const input = { path: 'a.json', mediaType: 'application/json', sha256: '0'.repeat(64) }
