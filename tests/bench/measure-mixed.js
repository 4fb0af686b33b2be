import { auditReport, compilePack } from '@gouji/core'
import { makeReport } from './make-reports.js'
import { measureInTurns } from './measure.js'

/** What judging reports costs whose longest table is by the form of another edition, against those that are of one. */
export const measureMixed = async (bundle, other, count) => {
  const packs = [other, bundle].map(({ pack, code }) => compilePack(pack, code))
  const judgeAll = (printedBy) => {
    const reports = Array.from({ length: count }, (_, index) => makeReport(index, bundle.pack, printedBy))
    return () => {
      for (const report of reports) auditReport(report, packs)
    }
  }
  const { plain, mixed } = await measureInTurns(
    { plain: judgeAll(bundle.pack), mixed: judgeAll(other.pack) },
    { seconds: 4 },
  )
  return mixed / plain
}
