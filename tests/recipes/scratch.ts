import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { root } from './packed-gouji.js'

/** A YAML file of this repository. */
export const readYaml = <T>(path: string): T => parse(readFileSync(join(root, path), 'utf8')) as T

/** What a hostile submitter would put wherever a text is taken; whatever is run leaves a file named pwned. */
export const HOSTILE = `x$(touch pwned)\`touch pwned\`'; touch pwned; "; touch pwned; #\ntouch pwned\n$(touch pwned)`

/** A config that lets everything through; JSON is YAML. */
export const NEVER = '{ "failOn": "never" }'

/** What every gate does with a report, and gouji's exit status. */
export const CASES = [
  ['a good report passes', 'good', 0],
  ['a failing report blocks', 'failing', 1],
  ['an unreadable report blocks', 'unreadable', 2],
] as const

const REPORTS = {
  good: { from: 'packages/rules-2021/clean.json', name: 'reports/好 报告.json' },
  failing: { from: 'examples/county-bureau-2020.txt', name: 'reports/林业局 2020.txt' },
}

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Environment of a run: no settings of this machine's git and npm, no network for npm. */
export const bare = {
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  npm_config_offline: 'true',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.invalid',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.invalid',
}

const folders: string[] = []

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-recipe-'))
  folders.push(folder)
  return folder
}

export const removeFolders = (): void => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: bare, stdio: ['ignore', 'pipe', 'pipe'] })

export const put = (folder: string, name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

/** A git repository whose reports are those named, committed. */
export const repositoryWith = (...reports: (keyof typeof REPORTS | 'unreadable')[]): string => {
  const folder = newFolder()
  git(folder, 'init', '--quiet', '--initial-branch=main')
  put(folder, 'README.md', 'reports of a city\n')
  for (const report of reports)
    if (report === 'unreadable') put(folder, 'reports/坏.json', '{ "title": ')
    else cpSync(join(root, REPORTS[report].from), join(folder, REPORTS[report].name), { recursive: true })
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'reports')
  return folder
}

/** Waives, at the folder's root, all that fails the failing report: what a submission would bring along. */
export const waiveFailing = (folder: string): void => {
  const bin = join(root, 'packages/cli/bin/gouji.js')
  for (const rule of ['sum/requests-results', 'sum/requests-row', 'sum/disputes-group'])
    execFileSync(
      process.execPath,
      [bin, 'waive', REPORTS.failing.name, rule, '--reason=x', '--approver=x', '--expires=9999-12-31', '--no-config'],
      { cwd: folder },
    )
}

/** Runs a script as runners do: by bash, from a file outside the folder. */
export const runScript = (script: string, folder: string, env: Readonly<Record<string, string>>): Outcome => {
  const file = join(newFolder(), 'script.sh')
  writeFileSync(file, script)
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...bare, ...env },
  })
}
