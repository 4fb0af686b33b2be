import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { auditReport } from '@gouji/core'
import { build } from 'esbuild'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))

/** What the command line does with the bytes of a report JSON, from its own source: decode, parse, validate, hash, audit. */
export const prepareBytesToFindings = async (compiled) => {
  const folder = path('../../node_modules/.cache/gouji-bench')
  mkdirSync(folder, { recursive: true })
  const outfile = `${folder}/inputs.mjs`
  await build({
    stdin: {
      contents:
        "export { decodeJson } from './decode-json.ts'; export { parseJsonReport } from './parse-json-report.ts'",
      resolveDir: path('../../packages/cli/src/inputs'),
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  const { decodeJson, parseJsonReport } = await import(outfile)
  const forms = [compiled.pack.form]
  return async (bytes) => {
    const report = await parseJsonReport(await decodeJson(bytes), forms)
    createHash('sha256').update(bytes).digest('hex')
    return auditReport(report, [compiled])
  }
}
