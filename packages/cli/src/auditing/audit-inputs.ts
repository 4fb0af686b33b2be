import type { Notice } from '@gouji/core'
import { toAuditRecord } from '@gouji/reporters'
import { EXIT, type ExitStatus, worse } from '../exit-status.js'
import type { Input } from '../inputs/input.js'
import type { Sinks } from '../output/sinks.js'
import { eachReport } from '../reading/each-report.js'
import type { Run } from './open-run.js'

/** Audits the inputs, one by one, and reports each as it is done, with what is `told` of them. Ends the sinks; the run's reader is closed. */
export const auditInputs = async (
  run: Run,
  inputs: readonly Input[],
  sinks: Omit<Sinks, 'abandon'>,
  told: readonly Notice[],
): Promise<ExitStatus> => {
  const { lang, packs, reader, settings } = run
  let status: ExitStatus = EXIT.clean
  let ruleBroke = false
  const judging = new Set<string>()
  const { failures, broke } = await eachReport(inputs, reader, lang, {
    report: async (path, { report, mediaType, sha256 }, quiet) => {
      const record = toAuditRecord(await run.audit(report, path), { path, mediaType, sha256 }, lang, packs)
      if (record.pack !== null) judging.add(record.pack)
      if (record.counts.rules.broken > 0) ruleBroke = true
      if (record.verdict !== 'pass' && settings.failOn !== 'never') status = worse(status, EXIT.findings)
      quiet()
      await sinks.audit(record)
    },
    failure: (failure) => sinks.failure(failure),
  })
  if (failures > 0) status = worse(status, EXIT.unusable)
  const isBroken = broke || ruleBroke
  await sinks.end({ failures, notices: [...told, ...run.notices(judging)], executionSuccessful: !isBroken })
  return isBroken ? EXIT.broken : status
}
