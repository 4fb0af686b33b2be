import type { Failure } from '@gouji/core'
import { toPackInfo } from '../record/to-pack-info.js'
import type { Reporter, ReporterOptions } from '../reporter.js'

/** One JSON document by result.schema.json. Failures are kept until the end, where the document has them. */
export const jsonReporter = ({ tool, asOf, lang, run, packs }: ReporterOptions): Reporter => {
  const failures: Failure[] = []
  let first = true
  return {
    begin: () => {
      const head = JSON.stringify(
        { schemaVersion: 1, tool: { name: tool.name, version: tool.version }, asOf, lang, run },
        null,
        2,
      )
      return `${head.slice(0, -'\n}'.length)},\n  "audits": [`
    },
    audit: (record) => {
      const text = `${first ? '' : ','}\n${indented(JSON.stringify(record, null, 2), '    ')}`
      first = false
      return text
    },
    failure: (failure) => {
      failures.push(failure)
      return ''
    },
    end: ({ notices, executionSuccessful }) => {
      const tail = JSON.stringify(
        { packs: packs.map((pack) => toPackInfo(pack, asOf)), failures, notices, executionSuccessful },
        null,
        2,
      )
      return `${first ? '' : '\n  '}],${tail.slice(1)}\n`
    },
  }
}

const indented = (text: string, by: string): string => by + text.replaceAll('\n', `\n${by}`)
