import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeReport } from './make-reports.js'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))

const cpuOf = (args) => {
  const { stderr, status } = spawnSync(process.execPath, ['--require', path('cpu-at-exit.cjs'), ...args], {
    encoding: 'utf8',
  })
  if (status > 1) throw new Error(stderr)
  return Number(stderr.trim().split('\n').at(-1))
}

/** Processor time of `gouji audit one.json`, cold, against that of `node -e 0`; the best of so many runs of each, in turns. */
export const measureColdStart = (runs = 20) => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'))
  const file = join(folder, 'one.json')
  writeFileSync(file, JSON.stringify(makeReport(1)))
  let node = Number.POSITIVE_INFINITY
  let gouji = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    node = Math.min(node, cpuOf(['-e', '0']))
    gouji = Math.min(gouji, cpuOf([path('../../packages/cli/bin/gouji.js'), 'audit', file]))
  }
  rmSync(folder, { recursive: true })
  return { node: node * 1000, gouji: gouji * 1000 }
}
