import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withValue } from '@gouji/core'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
let folder = ''
const gouji = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'packages/cli/bin/gouji.js'), ...args], { cwd: folder, encoding: 'utf8' })
const REPORT = '报告.txt'
const GIVEN = ['--reason', '台账如此', '--approver', '李四', '--expires', '2026-12-31', '--as-of', '2026-03-01']
const waive = (finding: string, ...args: string[]) => gouji('waive', REPORT, finding, ...GIVEN, ...args)
const waivers = () => readFileSync(join(folder, 'gouji-waivers.yaml'), 'utf8')
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
const counts = (...args: string[]) =>
  JSON.parse(gouji('audit', REPORT, '--as-of', '2026-03-01', '--format', 'json', ...args).stdout).audits[0].counts
    .findings

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-waive-'))
  cpSync(join(root, 'examples/county-bureau-2020.txt'), join(folder, REPORT))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('each finding in turn, until the report passes; the next audit goes by the file', () => {
  expect(counts()).toEqual({ error: 3, warning: 2, note: 3, waived: 0 })
  for (const rule of ['sum/requests-results', 'sum/requests-row', 'sum/disputes-group'])
    expect(waive(rule)).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('gouji-waivers.yaml') })
  expect(counts()).toEqual({ error: 0, warning: 2, note: 3, waived: 3 })
  expect(gouji('audit', REPORT, '--as-of', '2026-03-01').status).toBe(0)
  expect(gouji('audit', REPORT, '--as-of', '2027-01-01').status).toBe(1)
})

test('what stands in the file stays as it was written; a waiver of the same finding is replaced', () => {
  write('gouji-waivers.yaml', '# 本局的豁免\nwaivers:\n  - body: 别的局 # 明年再说\n    year: 2019\n')
  waive('sum/requests-row')
  waive('sum/requests-row:granted', '--lang', 'en')
  expect(waivers()).toMatch(/^# 本局的豁免\nwaivers:\n {2}- body: 别的局 # 明年再说\n {4}year: 2019\n/)
  expect(waivers().match(/fingerprint/g)).toHaveLength(1)
  expect(counts().waived).toBe(1)
})

test.each([['waivers: []\n'], ['waivers:\n'], [''], ['# 还没有\n'], ['waivers: [{ body: 甲 }]\n']])(
  'is added to a list however it is written: %j',
  (text) => {
    write('gouji-waivers.yaml', text)
    expect(waive('sum/requests-row')).toMatchObject({ status: 0, stderr: '' })
    expect(counts().waived).toBe(1)
  },
)

test.each([
  ['an unknown finding', ['sum/nothing'], /没有查出“sum\/nothing”，查出的有：\n.* {2}sum\/requests-row:granted {2}/s],
  ['no reason', ['sum/requests-row', '--reason', ' '], /--reason/],
  ['no day', ['sum/requests-row', '--expires', '2026-13-01'], /--expires 应为日期/],
  ['a day that is past', ['sum/requests-row', '--expires', '2026-02-28'], /已经过了/],
])('is refused, and nothing is written: %s', (_, [finding, ...more], words) => {
  const given = GIVEN.flatMap((each, index) =>
    index % 2 === 0 && !more.includes(each) ? [each, GIVEN[index + 1]!] : [],
  )
  const { status, stderr } = gouji('waive', REPORT, finding!, ...given, ...more)
  expect(status).toBe(2)
  expect(stderr).toMatch(words)
  expect(readdirSync(folder)).toEqual([REPORT])
})

test.each([
  ['named', ['--waivers', 'decisions.yaml'], 'lang: zh\n'],
  ['of the config, whatever else it names', [], 'waivers: decisions.yaml\nbaseline: none.json\nfailOnNew: true\n'],
])('the file is made where it is not there: one %s', (_, more, config) => {
  write('gouji.config.yaml', config)
  expect(waive('sum/requests-row', ...more)).toMatchObject({ status: 0, stderr: '' })
  expect(counts('--no-config', '--waivers', 'decisions.yaml').waived).toBe(1)
})

test('a name of signs alone names no body', () => {
  const { status, stderr } = waive('sum/requests-row', '--body', '。')
  expect(status).toBe(2)
  expect(stderr).toContain('--body')
})

test('where a rule has several findings, one must be named', () => {
  const clean = JSON.parse(readFileSync(join(root, 'packages/rules-2020/clean.json'), 'utf8'))
  const wrong = ['granted', 'received'].reduce(
    (report, row) => withValue(report, `/sections/requests/tables/requests/rows/${row}/total`, 999),
    clean,
  )
  write('two.json', JSON.stringify(wrong))
  const { status, stderr } = gouji('waive', 'two.json', 'sum/requests-row', ...GIVEN)
  expect(status).toBe(2)
  expect(stderr).toContain('sum/requests-row:granted  ')
  expect(stderr).toContain('sum/requests-row:received  ')
  expect(existsSync(join(folder, 'gouji-waivers.yaml'))).toBe(false)
  expect(gouji('waive', 'two.json', 'sum/requests-row:granted', ...GIVEN).status).toBe(0)
})

test('a file that is no file of waivers is left as it is', () => {
  write('gouji-waivers.yaml', 'a: [\n')
  expect(waive('sum/requests-row')).toMatchObject({ status: 2, stderr: expect.stringContaining('gouji-waivers.yaml:') })
  expect(waivers()).toBe('a: [\n')
})

test('hostile words stay words', () => {
  const reason = '::error::x\n  - body: 甲\n"\\\u0007'
  expect(gouji('waive', REPORT, 'sum/requests-row', '--reason', reason, ...GIVEN.slice(2))).toMatchObject({ status: 0 })
  expect(counts()).toMatchObject({ waived: 1 })
  const { audits } = JSON.parse(gouji('audit', REPORT, '--format', 'json', '--as-of', '2026-03-01').stdout)
  const [waived] = audits[0].findings.filter(({ waiver }: { waiver?: unknown }) => waiver !== undefined)
  expect(waived.waiver.reason).toBe(reason)
})
