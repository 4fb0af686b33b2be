import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Report, type Result, type Severity, seenValues, withValue } from '@gouji/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeBrittlePack } from './brittle-pack.js'

const packages = fileURLToPath(new URL('../../', import.meta.url))
const bin = join(packages, 'cli/bin/gouji.js')
const folder = mkdtempSync(join(tmpdir(), 'gouji-exit-'))
const clean: Report = JSON.parse(readFileSync(join(packages, 'rules-2020/clean.json'), 'utf8'))

/** A report with one finding of each severity and no other. */
const FINDINGS: Readonly<Record<Severity, readonly [pointer: string, value: unknown]>> = {
  error: ['/sections/disputes/tables/disputes/rows/review/total', 901],
  warning: ['/sections/disputes/tables/disputes/rows/review/total', null],
  note: ['/sections/problems/text', `${clean.sections.problems!.text}有的材料读的通，有的不通。`],
}

const write = (name: string, value: unknown): void => writeFileSync(join(folder, name), JSON.stringify(value))
const statusOf = async (args: readonly string[]): Promise<number> => {
  const child = spawn(process.execPath, [bin, 'audit', ...args, '--as-of', '2026-03-01'], {
    cwd: folder,
    stdio: 'ignore',
  })
  return (await once(child, 'close'))[0]
}

beforeAll(() => {
  write('clean.json', clean)
  for (const [severity, [pointer, value]] of Object.entries(FINDINGS))
    write(`${severity}.json`, withValue(clean, pointer, value))
  write('incomplete.json', withValue(withValue(clean, '/year', 2016), '/yearFrom', 'given'))
  writeFileSync(join(folder, 'unreadable.json'), '{')
  writeBrittlePack(join(folder, 'brittle'))
  expect(spawnSync(process.execPath, [bin, 'pack', 'build', 'brittle'], { cwd: folder }).status).toBe(0)
  const run = spawnSync(
    process.execPath,
    [bin, 'audit', ...Object.keys(FINDINGS).map((name) => `${name}.json`), '--output', 'json=known'],
    { cwd: folder },
  )
  expect(run.status).toBe(1)
  const known: Result = JSON.parse(readFileSync(join(folder, 'known'), 'utf8'))
  for (const { findings, input } of known.audits)
    expect(findings.map(({ severity }) => `${severity}.json`)).toEqual([input.path])
  const waivers = known.audits.flatMap(({ body, year, findings }) =>
    findings.map(({ ruleId, fingerprint, evidence }) => ({
      body: body.name,
      year,
      rule: ruleId,
      fingerprint,
      values: seenValues(evidence),
      reason: '已核',
      approver: '李四',
      expires: '2026-03-01',
    })),
  )
  writeFileSync(join(folder, 'waived.yaml'), JSON.stringify({ waivers }))
  writeFileSync(
    join(folder, 'expired.yaml'),
    JSON.stringify({ waivers: waivers.map((waiver) => ({ ...waiver, expires: '2026-02-28' })) }),
  )
  writeFileSync(join(folder, 'empty'), JSON.stringify({ ...known, audits: [] }))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What lets a finding through, by its options. */
const GATES = {
  plain: [],
  waived: ['--waivers', 'waived.yaml'],
  expired: ['--waivers', 'expired.yaml'],
  baseline: ['--baseline', 'known'],
  known: ['--baseline', 'known', '--fail-on-new'],
  new: ['--baseline', 'empty', '--fail-on-new'],
} as const
type GateName = keyof typeof GATES

/** The first severity that fails of a report's finding; nothing fails where the gate lets it through. */
const FAILS = {
  error: ['error', 'warning', 'note'],
  warning: ['warning', 'note'],
  note: ['note'],
} as const

// Design section 7: 1 for findings, 2 for what cannot be read, 3 for what broke; the highest wins, and never takes 1 away.
const expected = (
  finding: Severity | null,
  gate: GateName,
  failOn: string,
  { incomplete = false, unreadable = false, broken = false },
): number => {
  if (broken) return 3
  if (unreadable) return 2
  const through = gate === 'waived' || gate === 'known'
  const fails = finding !== null && !through && (FAILS[finding] as readonly string[]).includes(failOn)
  return failOn !== 'never' && (fails || incomplete) ? 1 : 0
}

const FAIL_ON = ['error', 'warning', 'note', 'never'] as const
const FLAGS = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
  incomplete: (bits & 1) > 0,
  unreadable: (bits & 2) > 0,
  broken: (bits & 4) > 0,
}))
type Flags = (typeof FLAGS)[number]

interface Row {
  readonly finding: Severity | null
  readonly gate: GateName
  readonly failOn: (typeof FAIL_ON)[number]
  readonly flags: Flags
}

const rows: Row[] = []
for (const finding of ['error', 'warning', 'note', null] as const)
  for (const gate of Object.keys(GATES) as GateName[])
    for (const failOn of FAIL_ON)
      for (const flags of FLAGS) {
        // What is incomplete, unreadable or broken is told alike whichever severity fails; three of each are enough.
        const plain = !flags.incomplete && !flags.unreadable && !flags.broken
        const chosen = (finding === 'error' || finding === null) && (failOn === 'error' || failOn === 'never')
        if (plain || (chosen && gate !== 'expired' && gate !== 'baseline')) rows.push({ finding, gate, failOn, flags })
      }

test('the exit status of every combination', { timeout: 300_000 }, async () => {
  const wrong: string[] = []
  const queue = [...rows]
  const work = async (): Promise<void> => {
    for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
      const { finding, gate, failOn, flags } = row
      const args = [
        `${finding ?? 'clean'}.json`,
        ...(flags.incomplete ? ['incomplete.json'] : []),
        ...(flags.unreadable ? ['unreadable.json'] : []),
        ...(flags.broken ? ['--pack', 'brittle'] : []),
        ...GATES[gate],
        '--fail-on',
        failOn,
      ]
      const status = await statusOf(args)
      if (status !== expected(finding, gate, failOn, flags)) wrong.push(`${args.join(' ')} ended in ${status}`)
    }
  }
  await Promise.all([work(), work(), work()])
  expect(wrong).toEqual([])
  expect(rows.length).toBeGreaterThan(180)
})
