import type { Result } from '@gouji/core'
import { createReporter, PASSED_OVER } from '@gouji/reporters'
import { auditInputs } from '../auditing/audit-inputs.js'
import type { Run } from '../auditing/open-run.js'
import type { Input } from '../inputs/input.js'
import { listInputs } from '../inputs/list-inputs.js'
import { compareWith, type TextDifference } from './compare-with.js'

/** Audits again what a result says was audited, and compares the document that comes of it with the bytes. */
export const auditAgain = async (
  run: Run,
  { audits, failures, notices, tool, run: recorded }: Result,
  bytes: Buffer,
): Promise<TextDifference | null> => {
  const { lang, asOf, packs, info } = run
  const { inputs: missing } = await listInputs(
    failures.map(({ path }) => path),
    new Map(),
    lang,
  )
  const inputs: Input[] = [...audits.map(({ input }) => ({ path: input.path })), ...missing]
  // By the tool and the options of then: what another version audits otherwise is told apart from its being another.
  const reporter = await createReporter('json', {
    lang,
    tool,
    asOf,
    run: { options: recorded.options, files: info.files },
    packs,
  })
  // What the run's paths were is not recorded, so that what else a folder held is taken as it was told.
  const passedOver = notices.filter(({ code }) => code === PASSED_OVER)
  const comparison = compareWith(bytes)
  comparison.append(reporter.begin())
  await auditInputs(
    run,
    inputs,
    {
      audit: async (record) => comparison.append(reporter.audit(record)),
      failure: async (failure) => comparison.append(reporter.failure(failure)),
      end: async (summary) => comparison.append(reporter.end(summary)),
    },
    passedOver,
  )
  return comparison.end()
}
