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

/**
 * Processor time of `gouji audit one.json`, cold, against that of `node -e 0`, by the edition of the report; each the best
 * of so many runs, in turns.
 */
export const measureColdStarts = (packs, runs = 20) => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'))
  const commands = [['-e', '0']]
  for (const [index, pack] of packs.entries()) {
    const file = join(folder, `${index}.json`)
    writeFileSync(file, JSON.stringify(makeReport(1, pack)))
    commands.push([path('../../packages/cli/bin/gouji.js'), 'audit', file])
  }
  const best = commands.map(() => Number.POSITIVE_INFINITY)
  for (let run = 0; run < runs; run++)
    for (const [index, command] of commands.entries()) best[index] = Math.min(best[index], cpuOf(command))
  rmSync(folder, { recursive: true })
  const [node, ...gouji] = best
  return gouji.map((time) => time / node)
}
