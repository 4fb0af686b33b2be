import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../bin/gouji.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'gouji-completion-'))
const isHere = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0
const env = { PATH: process.env.PATH, HOME: folder, TERM: 'dumb', LANG: 'C.UTF-8' }
const run = (command: string, args: readonly string[], input = ''): string =>
  spawnSync(command, args, { cwd: folder, encoding: 'utf8', env, input, timeout: 60_000 }).stdout

beforeAll(() => {
  for (const shell of ['bash', 'zsh', 'fish'])
    writeFileSync(join(folder, shell), run(process.execPath, [bin, 'completion', shell]))
  mkdirSync(join(folder, 'reports'))
  writeFileSync(join(folder, 'reports/林业局 2020.txt'), '')
})

afterAll(() => rmSync(folder, { recursive: true }))

/** A line up to the cursor, something that is offered there, and something that is not. */
const CASES = [
  ['gouji ', 'audit', 'diff'],
  ['gouji --lang ', 'zh', 'audit'],
  ['gouji --lang en pa', 'packs', 'audit'],
  ['gouji --', '--version', '--format'],
  ['gouji audit --', '--fail-on', '--version'],
  ['gouji audit --no-', '--no-config', '--no-fail-on'],
  ['gouji audit --fail-on ', 'warning', 'zh'],
  ['gouji audit --fail-on=w', 'warning', 'never'],
  ['gouji audit --output ', 'json=', 'zh'],
  ['gouji audit reports --limit se', 'seconds=', 'size='],
  ['gouji explain sum/requests-b', 'sum/requests-balance', 'sum/requests-row'],
  ['gouji waive reports sum/requests-b', 'sum/requests-balance', 'sum/requests-row'],
  ['gouji waive --', '--approver', '--format'],
  ['gouji verify --format ', 'json', 'markdown'],
  ['gouji packs ', 'diff', 'check'],
  ['gouji packs diff --', '--reports', '--as-of'],
  ['gouji packs --', '--as-of', '--reports'],
  ['gouji pack ', 'release', 'diff'],
  ['gouji pack --lang zh che', 'check', 'release'],
  ['gouji init --workflow git', 'gitlab', 'none'],
  ['gouji completion ', 'fish', 'sh'],
] as const

/** The words of a line as bash parts them. */
const bashWords = (line: string): string[] => line.split(/(?<==)|(?==)| /)

/** What zsh lists for every line, in one terminal: it starts slowly. */
const listInZsh = (): Map<string, string[]> => {
  const lines = CASES.map(([line]) => line)
  // A line is typed when the prompt is there: before, the terminal itself would echo its keys.
  const script = `
    zmodload zsh/zpty
    zpty shell 'PS1=@@ zsh -f -i'
    zpty -w shell "autoload -U compinit && compinit -u -D && source ./zsh; LISTMAX=10000; stty columns 2000; bindkey '^Y' list-choices; print DO""NE"
    zpty -r shell heard '*DONE*@@*'
    for line in ${lines.map((line) => `'${line}'`).join(' ')}; do
      zpty -w -n shell "$line"$'\\x19\\x15print DO""NE\\n'
      zpty -r shell heard '*DONE*@@*'
      print -r -- $heard
    done`
  const lists = run('zsh', ['-f', '-c', script]).split('DONE')
  return new Map(lines.map((line, index) => [line, lists[index]!.split(/\s+/)]))
}
let listed: Map<string, string[]> | undefined
const zshOffers = (): Map<string, string[]> => {
  listed ??= listInZsh()
  return listed
}

const OFFERS = {
  bash: (line: string): string[] => {
    const words = bashWords(line)
    const quoted = words.map((word) => `'${word}'`).join(' ')
    const script = `source ./bash; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _gouji; printf '%s\\n' "\${COMPREPLY[@]}"`
    return run('bash', ['--norc', '-c', script]).split('\n')
  },
  zsh: (line: string): string[] => zshOffers().get(line)!,
  fish: (line: string): string[] =>
    run('fish', ['--no-config', '-c', `source ./fish; complete -C '${line}'`])
      .split('\n')
      .map((offer) => offer.split('\t')[0]!.replace(/^--[\w-]+=(?=\w)/, '')),
}

describe.each(['bash', 'zsh', 'fish'] as const)('%s', (shell) => {
  describe.skipIf(!isHere(shell))(`where there is ${shell}`, () => {
    test('the script is one that the shell can read', () => {
      expect(spawnSync(shell, ['-n', join(folder, shell)])).toMatchObject({ status: 0 })
    })

    test.each(CASES)('%s', (line, offered, other) => {
      const offers = OFFERS[shell](line)
      // zsh shows a key without what it puts after it.
      expect(offers).toContain(shell === 'zsh' ? offered.replace(/=$/, '') : offered)
      expect(offers).not.toContain(other)
    })
  })
})

describe.skipIf(!isHere('fish'))('names of files in fish', () => {
  test.each(['gouji audit reports/', 'gouji audit --config reports/', 'gouji audit --output json=reports/'])(
    '%s',
    (line) => {
      expect(OFFERS.fish(line).join('\n')).toContain('林业局 2020.txt')
    },
  )
  test.each(['audit --year', 'waive --reason', 'waive --approver', 'waive --expires'])(
    'no names where %s wants a text',
    (line) => {
      expect(OFFERS.fish(`gouji ${line} `)).toEqual([''])
    },
  )
})

describe.skipIf(spawnSync('script', ['--version']).status !== 0)('names of files in a bash at a terminal', () => {
  /** Presses Tab after the line, and tells what the command was given. */
  const given = (line: string): string => {
    const typed = `PS1=; bind 'set bell-style none'; source ./bash; gouji() { printf 'GIVEN:'; printf '<%s>' "$@"; echo; }\n${line}\t\nexit\n`
    return (
      run('script', ['--quiet', '--command', 'bash --norc --noprofile -i', '/dev/null'], typed)
        .match(/^GIVEN:.*$/m)?.[0]
        .trim() ?? ''
    )
  }
  test.each([
    ['gouji audit rep', 'GIVEN:<audit><reports/>'],
    ['gouji audit reports/林', 'GIVEN:<audit><reports/林业局 2020.txt>'],
    ['gouji audit --config=reports/林', 'GIVEN:<audit><--config=reports/林业局 2020.txt>'],
    ['gouji audit --output json=rep', 'GIVEN:<audit><--output><json=reports/>'],
    ['gouji audit --year rep', 'GIVEN:<audit><--year><rep>'],
    ['gouji waive --reason rep', 'GIVEN:<waive><--reason><rep>'],
    ['gouji waive rep', 'GIVEN:<waive><reports/>'],
    ['gouji verify rep', 'GIVEN:<verify><reports/>'],
    ['gouji audit --outp', 'GIVEN:<audit><--output>'],
  ])('%s', (line, expected) => {
    expect(given(line)).toBe(expected)
  })
})
