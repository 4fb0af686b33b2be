import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Result } from '@gouji/core'
import type { Verification } from '@gouji/reporters'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const noNetwork = fileURLToPath(new URL('no-network.cjs', import.meta.url))
let folder = ''
const gouji = (...args: string[]) =>
  spawnSync(process.execPath, ['--require', noNetwork, join(root, 'packages/cli/bin/gouji.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
const path = (name: string): string => join(folder, name)
const result = (): Result => JSON.parse(readFileSync(path('r.json'), 'utf8'))
const verified = (...args: string[]): Verification & { status: number | null } => {
  const { stdout, status } = gouji('verify', 'r.json', '--format', 'json', ...args)
  return { status, ...JSON.parse(stdout) }
}
const audit = (...args: string[]) => gouji('audit', ...args, '--output', 'json=r.json', '--as-of', '2026-03-01')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-verify-'))
  cpSync(join(root, 'examples/county-bureau-2020.txt'), path('报告.txt'))
  cpSync(join(root, 'packages/rules-2020/clean.json'), path('clean.json'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the same inputs give the same bytes, by either judge, whatever was let through and could not be read', () => {
  writeFileSync(path('gouji.config.yaml'), 'severities:\n  wording/common-mistake: error\nlang: en\n')
  expect(audit('报告.txt', '--output', 'json=known').status).toBe(1)
  for (const finding of ['sum/requests-row', 'cell/blank-total'])
    expect(
      gouji(
        'waive',
        '报告.txt',
        finding,
        '--reason',
        'r',
        '--approver',
        'a',
        '--expires',
        '2026-12-31',
        '--as-of',
        '2026-03-01',
      ),
    ).toMatchObject({ status: 0, stderr: '' })
  const options = [
    '--year',
    '2020',
    '--fail-on',
    'warning',
    '--baseline',
    'known',
    '--fail-on-new',
    '--limit',
    'pages=9',
  ]
  expect(audit('报告.txt', 'clean.json', 'missing.pdf', 'nothing*', ...options).status).toBe(2)
  expect(result().run.files.map(({ role }) => role)).toEqual(['config', 'waivers', 'baseline'])
  expect(result().audits[0]!.counts).toMatchObject({ findings: { waived: 2 }, baseline: { unchanged: 8 } })
  expect(verified()).toMatchObject({ status: 0, verified: true, inputs: 4, differences: [] })
  expect(gouji('verify', 'r.json')).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('核对无误'),
  })
})

test('a result is verified though the folder now has a config, a lock or waivers that it did not go by', () => {
  audit('报告.txt')
  writeFileSync(path('gouji.config.yaml'), 'failOn: note\n')
  writeFileSync(path('gouji-waivers.yaml'), 'waivers: []\n')
  writeFileSync(path('gouji.lock.yaml'), 'schemaVersion: 1\npacks: []\n')
  expect(verified()).toMatchObject({ status: 0, verified: true })
})

test('whether a config was named or came with the reports, the result is verified', () => {
  mkdirSync(path('sent'))
  cpSync(path('报告.txt'), path('sent/报告.txt'))
  writeFileSync(path('sent/gouji.config.yaml'), 'failOn: note\n')
  for (const [more, codes] of [
    [[], ['CONFIG_FOREIGN']],
    [['--config', 'sent/gouji.config.yaml'], []],
  ] as const) {
    audit('sent', ...more)
    expect(result().notices.map(({ code }) => code)).toEqual(codes)
    expect(verified()).toMatchObject({ status: 0, verified: true })
  }
})

test('documents that are read in threads are verified, too', () => {
  const page = (text: string) => `<p>云岭市青溪县林业局2020年政府信息公开工作年度报告</p><p>${text}</p>`
  writeFileSync(path('a.html'), page('甲'))
  writeFileSync(path('b.html'), page('乙'))
  audit('a.html', 'b.html')
  expect(verified()).toMatchObject({ status: 0, inputs: 2 })
})

test.each([
  ['an input', () => appendFileSync(path('报告.txt'), '改'), { kind: 'input', name: '报告.txt' }],
  ['an input that is gone', () => rmSync(path('报告.txt')), { kind: 'input', name: '报告.txt', now: null }],
  [
    'the config',
    () => appendFileSync(path('gouji.config.yaml'), '# \n'),
    { kind: 'config', name: 'gouji.config.yaml' },
  ],
  [
    'the waivers',
    () => appendFileSync(path('gouji-waivers.yaml'), '# \n'),
    { kind: 'waivers', name: 'gouji-waivers.yaml' },
  ],
  ['the lock', () => appendFileSync(path('gouji.lock.yaml'), '# \n'), { kind: 'lock', name: 'gouji.lock.yaml' }],
])('what has changed is told: %s', (_, change, difference) => {
  writeFileSync(path('gouji.config.yaml'), 'failOn: error\n')
  writeFileSync(path('gouji-waivers.yaml'), 'waivers: []\n')
  gouji('packs', 'lock')
  audit('报告.txt')
  expect(verified().status).toBe(0)
  change()
  const { status, differences } = verified()
  expect(status).toBe(1)
  expect(differences).toEqual([expect.objectContaining(difference)])
})

test('another version of the program is told, and what it would say otherwise', () => {
  audit('报告.txt')
  writeFileSync(
    path('r.json'),
    readFileSync(path('r.json'), 'utf8').replace('"version": "0.1.0"', '"version": "0.0.9"'),
  )
  expect(verified()).toMatchObject({
    status: 1,
    differences: [{ kind: 'tool', recorded: 'gouji 0.0.9', now: '0.1.0' }],
  })
})

test('a result that was altered is told by the line', () => {
  audit('报告.txt')
  const lines = readFileSync(path('r.json'), 'utf8').split('\n')
  const line = lines.findIndex((each) => each.includes('"severity": "error"'))
  lines[line] = lines[line]!.replace('error', 'note')
  writeFileSync(path('r.json'), lines.join('\n'))
  const { status, differences } = verified()
  expect(status).toBe(1)
  expect(differences).toEqual([
    {
      kind: 'result',
      name: 'r.json',
      line: line + 1,
      recorded: '          "severity": "note",',
      now: '          "severity": "error",',
    },
  ])
  writeFileSync(path('r.json'), `${JSON.stringify(result())}`)
  expect(verified()).toMatchObject({ status: 1, differences: [{ kind: 'result', line: 1 }] })
})

test('a pack is known by its content; its code runs only where it is named again', () => {
  cpSync(join(root, 'packages/rules-2020'), path('pack'), {
    recursive: true,
    filter: (name) => !name.includes('node_modules'),
  })
  audit('clean.json', '--pack', 'pack')
  const refused = gouji('verify', 'r.json')
  expect(refused.status).toBe(2)
  expect(refused.stderr).toContain('--pack pack')
  expect(verified('--pack', 'pack')).toMatchObject({ status: 0, verified: true })
  const file = path('pack/rules/wording/common-mistake.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^severity: .*$/m, 'severity: error'))
  rmSync(path('pack/published.json'))
  expect(gouji('pack', 'build', 'pack').stderr).toBe('')
  expect(verified('--pack', 'pack')).toMatchObject({
    status: 1,
    differences: [{ kind: 'pack', name: '@gouji/rules-2020' }],
  })
})

test.each([
  ['no file', undefined, '打不开结果文件 r.json（ENOENT）'],
  ['no JSON', '{', 'r.json:1:2: JSON 语法错误'],
  ['no result', '{}', 'r.json: 不是审核结果'],
])('what is no result is refused: %s', (_, text, words) => {
  if (text !== undefined) writeFileSync(path('r.json'), text)
  const { status, stderr } = gouji('verify', 'r.json')
  expect(status).toBe(2)
  expect(stderr).toContain(words)
})

test('what came by standard input cannot be read again', () => {
  spawnSync(process.execPath, [join(root, 'packages/cli/bin/gouji.js'), 'audit', '-', '--output', 'json=r.json'], {
    cwd: folder,
    input: readFileSync(path('clean.json')),
  })
  expect(gouji('verify', 'r.json')).toMatchObject({ status: 2, stderr: expect.stringContaining('标准输入') })
})

/** A result that can be changed. */
interface Made {
  readonly run: { readonly options: Record<string, unknown> }
  audits: unknown[]
  readonly failures: unknown[]
}

test.each([
  ['an option of no such value', (made: Made) => (made.run.options['fail-on'] = 'banana'), 'fail-on'],
  ['an option of no such type', (made: Made) => (made.run.options.year = { toString: 1 }), 'year'],
  ['no option of an audit', (made: Made) => (made.run.options.approvedBy = 'x'), 'approvedBy'],
  ['no report', (made: Made) => (made.audits = []), '没有报告'],
  [
    'standard input among what could not be read',
    (made: Made) => made.failures.push({ path: '-', code: 'EMPTY', message: '' }),
    '标准输入',
  ],
])('a result that no audit writes is refused: %s', (_, forge, words) => {
  audit('报告.txt')
  const made: Made = JSON.parse(readFileSync(path('r.json'), 'utf8'))
  forge(made)
  writeFileSync(path('r.json'), `${JSON.stringify(made, null, 2)}\n`)
  expect(gouji('verify', 'r.json')).toMatchObject({ status: 2, stderr: expect.stringContaining(words) })
})

test.each([
  ['more about the run', (text: string) => text.replace('"options": {}', '"approvedBy": "x",\n    "options": {}')],
  ['a byte order mark', (text: string) => `\ufeff${text}`],
])('what is not of the audit is told, from the first byte: %s', (_, change) => {
  audit('报告.txt')
  const text = readFileSync(path('r.json'), 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  writeFileSync(path('r.json'), changed)
  const { status, differences } = verified()
  expect(status).toBe(1)
  const [{ line, recorded }] = differences as [(typeof differences)[0]]
  expect(recorded).toBe(changed.split('\n')[line! - 1])
})

test.skipIf(process.platform === 'win32')('a pipe that a result names is not waited for', () => {
  audit('报告.txt')
  rmSync(path('报告.txt'))
  spawnSync('mkfifo', [path('报告.txt')])
  expect(verified()).toMatchObject({ status: 1, differences: [{ kind: 'input', now: null }] })
})

test('what a folder held that was not audited is told, and does not stand against its result', () => {
  mkdirSync(path('reports'))
  cpSync(path('clean.json'), path('reports/a.json'))
  for (let i = 0; i < 12; i++) writeFileSync(path(`reports/${i}.wps`), '')
  mkdirSync(path('elsewhere'))
  symlinkSync(path('elsewhere'), path('reports/往年'))
  expect(audit('reports').status).toBe(0)
  expect(result().notices).toEqual([
    {
      code: 'FILES_PASSED_OVER',
      message: expect.stringMatching(
        /^文件夹 reports 里有 12 个文件没有审核.*：reports\/0\.wps、.*、reports\/7\.wps 等$/,
      ),
    },
    { code: 'FILES_PASSED_OVER', message: expect.stringMatching(/有 1 个链接指向别的文件夹.*：reports\/往年$/) },
  ])
  expect(verified()).toMatchObject({ status: 0, verified: true })
})
