import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withValue } from '@gouji/core'

/** A scenario file: sections under ====name====. */
export type Scenario = ReadonlyMap<string, string>

export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly status: string
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bin = join(root, 'packages/cli/bin/gouji.js')
const cleanReport = (): unknown => JSON.parse(readFileSync(join(root, 'packages/rules-2020/clean.json'), 'utf8'))

/** The sections of a scenario file, in order. */
export const parseScenario = (text: string): Scenario =>
  new Map(
    text
      .split(/^====(?=[^=\n]+====$)/m)
      .slice(1)
      .map((section) => {
        const [name = '', ...lines] = section.split('\n')
        return [name.replace(/====$/, ''), lines.join('\n').replace(/\n$/, '')]
      }),
  )

/** Writes the scenario's files into a new folder, runs its command there, and takes the folder away. */
export const runScenario = (scenario: Scenario): Outcome => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-scenario-'))
  try {
    for (const [name, body] of scenario) {
      const [kind, path = ''] = name.split(':')
      if (kind !== 'file' && kind !== 'clean') continue
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), kind === 'file' ? `${body}\n` : changedClean(body))
    }
    const words = [...(scenario.get('command') ?? '').matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) =>
      (quoted ?? bare ?? '').replace('{root}/', root),
    )
    const { NO_COLOR: _, FORCE_COLOR: __, GOUJI_DEBUG: ___, ...env } = process.env
    const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...words.slice(1)], {
      cwd: folder,
      input: scenario.get('stdin') ?? '',
      encoding: 'utf8',
      env,
    })
    return { stdout: shown(stdout), stderr: shown(stderr), status: String(status) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The pack's clean report, changed: lines of a pointer and a JSON value, or of a pointer alone to take it away. */
const changedClean = (changes: string): string => {
  let report = cleanReport()
  for (const line of changes.split('\n').filter(Boolean)) {
    const [pointer = '', ...value] = line.split(' ')
    report = withValue(report, pointer, value.length === 0 ? undefined : JSON.parse(value.join(' ')))
  }
  return JSON.stringify(report)
}

const shown = (text: string): string => text.replaceAll(root, '{root}/').replace(/\n$/, '')
