import { jsonText } from '../json/json-text.js'
import { addToTotals, newTotals } from '../message/run-text.js'
import { toPackInfo } from '../record/to-pack-info.js'
import type { Reporter, ReporterOptions } from '../reporter.js'

/**
 * A JSON value a line, each with its `type`: the run, each audit and each failure as it comes, and the end, by which a
 * reader knows that nothing was cut off. What a line holds is that of the result's JSON.
 */
export const ndjsonReporter = ({ tool, asOf, lang, run, packs }: ReporterOptions): Reporter => {
  const totals = newTotals()
  const line = (value: object): string => `${jsonText(value)}\n`
  return {
    begin: () =>
      line({
        type: 'run',
        schemaVersion: 1,
        tool: { name: tool.name, version: tool.version },
        asOf,
        lang,
        run,
        packs: packs.map((pack) => toPackInfo(pack, asOf)),
      }),
    audit: (record) => {
      addToTotals(totals, record)
      return line({ type: 'audit', ...record })
    },
    failure: (failure) => line({ type: 'failure', ...failure }),
    end: ({ failures, notices, executionSuccessful }) =>
      line({ type: 'end', notices, executionSuccessful, counts: { ...totals, failures } }),
  }
}
