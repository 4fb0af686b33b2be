import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { integrityText, type Pack, withValue } from '@gouji/core'

/** A scenario file: sections under ====name====. */
export type Scenario = ReadonlyMap<string, string>

export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly status: string
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bin = join(root, 'packages/cli/bin/gouji.js')
const rules2020 = join(root, 'packages/rules-2020')
const rules2021 = join(root, 'packages/rules-2021')
const readJson = (path: string, folder = rules2020): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))

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
      const make = MAKERS[kind as keyof typeof MAKERS]
      if (make === undefined) continue
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), make(body))
      if (kind === 'pack') copyFileSync(join(rules2020, 'dist/facts.js'), join(folder, dirname(path), 'facts.js'))
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

/** Lines of a pointer and a JSON value that is set there, or of a pointer alone that is taken away. */
const changed = (document: unknown, changes: string): unknown => {
  let result = document
  for (const line of changes.split('\n').filter(Boolean)) {
    const [pointer = '', ...value] = line.split(' ')
    result = withValue(result, pointer, value.length === 0 ? undefined : JSON.parse(value.join(' ')))
  }
  return result
}

/** The pack, changed and whole again; its rules are at their ids: /rules/sum~1requests-row/severity. */
const changedPack = (changes: string): string => {
  const pack = readJson('dist/pack.json') as Pack
  const byId = Object.fromEntries(pack.rules.map((rule) => [rule.id, rule]))
  const { rules, ...rest } = changed({ ...pack, rules: byId }, changes) as Pack & { rules: typeof byId }
  const whole = { ...rest, rules: Object.values(rules) }
  const hash = createHash('sha512').update(integrityText(whole)).digest('base64')
  return JSON.stringify({ ...whole, integrity: `sha512-${hash}` })
}

/** What makes a file of each kind of section. */
const MAKERS = {
  file: (body: string) => `${body}\n`,
  clean: (changes: string) => JSON.stringify(changed(readJson('clean.json'), changes)),
  clean2021: (changes: string) => JSON.stringify(changed(readJson('clean.json', rules2021), changes)),
  pack: changedPack,
}

const shown = (text: string): string => text.replaceAll(root, '{root}/').replace(/\n$/, '')
