import type { Failure } from '@gouji/core'
import { toPackInfo } from '../record/to-pack-info.js'
import type { Reporter, ReporterOptions } from '../reporter.js'
import { jsonText } from './json-text.js'

/** One JSON document by result.schema.json. Failures are kept until the end, where the document has them. */
export const jsonReporter = ({ tool, asOf, lang, run, packs }: ReporterOptions): Reporter => {
  const failures: Failure[] = []
  let first = true
  return {
    begin: () => {
      const head = jsonText({ schemaVersion: 1, tool: { name: tool.name, version: tool.version }, asOf, lang, run }, 2)
      return `${head.slice(0, -'\n}'.length)},\n  "audits": [`
    },
    audit: (record) => {
      const text = `${first ? '' : ','}\n${indented(jsonText(record, 2), '    ')}`
      first = false
      return text
    },
    failure: (failure) => {
      failures.push(failure)
      return ''
    },
    end: ({ notices, executionSuccessful }) => {
      const tail = jsonText(
        { packs: packs.map((pack) => toPackInfo(pack, asOf)), failures, notices, executionSuccessful },
        2,
      )
      return `${first ? '' : '\n  '}],${tail.slice(1)}\n`
    },
  }
}

const indented = (text: string, by: string): string => by + text.replaceAll('\n', `\n${by}`)
