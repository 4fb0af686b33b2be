import { sharedTables } from '../form/shared-tables.js'
import type { CompiledPack } from '../pack/compile-pack.js'
import { followReport } from '../pack/follow-report.js'
import { selectPack } from '../pack/select-pack.js'
import { readReport } from '../reading/read-report.js'
import type { Reading } from '../reading/reading.js'
import type { Form, Report } from '../types.js'
import type { Selection } from './audit.js'

/** What judging a report starts from; `null` where no pack covers its year. */
export interface Prepared {
  readonly selection: Selection
  readonly judged: { readonly pack: CompiledPack; readonly reading: Reading } | null
}

/**
 * Chooses the pack of the report's year, reads the report by it, and lays it out as the report's tables are: where some
 * are not as its form says, the report is read anew.
 */
export const prepareAudit = (
  report: Report,
  packs: readonly CompiledPack[],
  forms: readonly Form[] = packs.map(({ pack }) => pack.form),
): Prepared => {
  const { pack, selection } = selectPack(packs, report.year)
  if (pack === null) return { selection, judged: null }
  const first = readReport(report, pack.form)
  const shared = first.allOwn ? first.shared : sharedTables(pack.pack.form, forms)
  const reading = shared.includes(true) ? readReport(report, pack.form, shared) : first
  const followed = followReport(pack, reading, forms)
  if (followed === pack) return { selection, judged: { pack, reading } }
  return { selection, judged: { pack: followed, reading: readReport(report, followed.form, shared) } }
}
