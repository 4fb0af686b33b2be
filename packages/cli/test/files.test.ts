import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const packages = fileURLToPath(new URL('../../', import.meta.url))
let folder = ''
const gouji = (args: readonly string[], input?: Buffer) =>
  spawnSync(process.execPath, [join(packages, 'cli/bin/gouji.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  })
const clean = join(packages, 'rules-2020/clean.json')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('outputs appear complete, and leave no temporary files', () => {
  cpSync(clean, join(folder, 'a.json'))
  const { status } = gouji(['audit', 'a.json', '--output', 'json=r.json', '--output', 'markdown=r.md'])
  expect(status).toBe(0)
  expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')).audits).toHaveLength(1)
  expect(readdirSync(folder).sort()).toEqual(['a.json', 'r.json', 'r.md'])
})

test('nothing is written where the command is refused', () => {
  gouji(['audit', 'a.json', '--output', 'json=r.json', '--output', 'json=no/r.json'])
  expect(existsSync(join(folder, 'r.json'))).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})

test('a folder is read in code-unit order, whatever hides in it aside, each file once', () => {
  for (const name of ['b', 'B', 'a/c', '.hidden/d', 'node_modules/e']) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    cpSync(clean, join(folder, `${name}.json`))
  }
  writeFileSync(join(folder, 'notes.md'), '#')
  const { stdout } = gouji(['audit', '.', 'b.json', '*.json', '--format', 'json'])
  const paths = JSON.parse(stdout).audits.map(({ input }: { input: { path: string } }) => input.path)
  expect(paths).toEqual(['B.json', 'a/c.json', 'b.json'])
})

test('report JSON is read in every encoding that intake knows', () => {
  const text = readFileSync(clean, 'utf8')
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  for (const bytes of [Buffer.from(`\ufeff${text}`), utf16]) expect(gouji(['audit', '-'], bytes).status).toBe(0)
  writeFileSync(join(folder, 'wide.json'), utf16)
  expect(gouji(['audit', 'wide.json']).status).toBe(0)
})

test('200,000 open brackets are a syntax error with its place', () => {
  writeFileSync(join(folder, 'deep.json'), '['.repeat(200_000))
  const { status, stderr } = gouji(['audit', 'deep.json'])
  expect(stderr).toContain('第 1 行第 200001 列')
  expect(status).toBe(2)
})

test('colour only when asked for', () => {
  cpSync(clean, join(folder, 'a.json'))
  const mark = String.fromCharCode(27)
  expect(gouji(['audit', 'a.json']).stdout).not.toContain(mark)
  expect(gouji(['audit', 'a.json', '--color']).stdout).toContain(mark)
  expect(gouji(['audit', 'a.json', '--no-color']).stdout).not.toContain(mark)
})

test('read prints report JSON with what was given', () => {
  const { stdout, status } = gouji(['read', clean, '--year', '2019', '--body', '青溪县水利局'])
  expect(JSON.parse(stdout)).toMatchObject({ year: 2019, yearFrom: 'given', body: { name: '青溪县水利局' } })
  expect(status).toBe(0)
})
