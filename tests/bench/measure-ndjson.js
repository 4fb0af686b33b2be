import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compilePack } from '@gouji/core'
import { createReporter, toAuditRecord } from '@gouji/reporters'
import { prepareBytesToFindings } from './bytes-to-findings.js'
import { makeReport } from './make-reports.js'
import { measureInTurns } from './measure.js'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))

/** What it costs to turn a report's bytes into its line of NDJSON, against parsing the same bytes alone. */
export const measureNdjson = async ({ pack, code }, count) => {
  const bytes = Array.from({ length: count }, (_, index) => Buffer.from(JSON.stringify(makeReport(index, pack))))
  const toFindings = await prepareBytesToFindings(compilePack(pack, code))
  const reporter = await createReporter('ndjson', {
    lang: 'zh',
    tool: { name: 'gouji', version: '0.0.0' },
    asOf: '2026-01-01',
    run: { options: {}, files: [] },
    packs: [pack],
  })
  const input = { path: 'a.json', mediaType: 'application/json', sha256: '0'.repeat(64) }
  const { parse, ndjson } = await measureInTurns(
    {
      parse: () => {
        for (const each of bytes) JSON.parse(each.toString())
      },
      ndjson: async () => {
        for (const each of bytes)
          Buffer.from(reporter.audit(toAuditRecord(await toFindings(each), input, 'zh', [pack])))
      },
    },
    { seconds: 8 },
  )
  return ndjson / parse
}

/**
 * V8 widens its nursery the longer a process runs, whatever is kept: at one width what is measured is
 * what the program keeps.
 */
const ONE_NURSERY = ['--min-semi-space-size=8', '--max-semi-space-size=8']

/** The most memory of the command line over so many reports, in bytes; a hundred of them over and over. */
const auditMany = (pack, count) => {
  const root = mkdtempSync(join(tmpdir(), 'gouji-bench-'))
  const folder = join(root, 'reports')
  mkdirSync(folder)
  for (let index = 0; index < count; index++) {
    const file = join(folder, `${index}.json`)
    if (index < 100) writeFileSync(file, JSON.stringify(makeReport(index, pack)))
    else linkSync(join(folder, `${index % 100}.json`), file)
  }
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      ...[...ONE_NURSERY, '--require', path('memory-at-exit.cjs')],
      ...[path('../../packages/cli/bin/gouji.js'), 'audit', folder, '--format', 'ndjson'],
    ],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  rmSync(root, { recursive: true })
  if (status > 1) throw new Error(stderr)
  return Number(stderr.trim().split('\n').at(-1))
}

/** The most memory of 10,000 reports written as NDJSON against that of 1,000. */
export const measureNdjsonMemory = (pack) => auditMany(pack, 10_000) / auditMany(pack, 1000)
