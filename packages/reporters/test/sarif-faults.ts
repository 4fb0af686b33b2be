import { readFileSync } from 'node:fs'
import AjvDraft04 from 'ajv-draft-04'

const schema = JSON.parse(readFileSync(new URL('data/sarif-schema-2.1.0.json', import.meta.url), 'utf8'))
const isSarif = new AjvDraft04.default({ strict: false, validateFormats: false }).compile(schema)

/** What the schema of SARIF 2.1.0 has against the log. */
export const sarifFaults = (log: unknown): readonly unknown[] => {
  isSarif(log)
  return isSarif.errors ?? []
}
