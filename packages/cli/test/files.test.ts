import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
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

const audited = (...paths: string[]) => {
  const { audits, notices } = JSON.parse(gouji(['audit', ...paths, '--format', 'json']).stdout)
  return {
    paths: audits.map(({ input }: { input: { path: string } }) => input.path),
    told: notices.map(({ message }: { message: string }) => message.replace(/^.*：/, '')),
  }
}

test('a link to a folder is told, unless what it leads to was audited: by a path of its own, or in the same folder', () => {
  for (const name of ['reports/2024', 'elsewhere']) mkdirSync(join(folder, name), { recursive: true })
  for (const name of ['reports/2024/a', 'elsewhere/b']) cpSync(clean, join(folder, `${name}.json`))
  for (const [target, link] of [
    ['reports', 'reports/2024/all'],
    ['reports/2024', 'reports/latest'],
    ['elsewhere', 'reports/away'],
  ])
    symlinkSync(join(folder, target!), join(folder, link!))
  expect(audited('reports')).toEqual({ paths: ['reports/2024/a.json'], told: ['reports/away'] })
  const both = ['reports/2024/a.json', 'elsewhere/b.json']
  expect(audited('reports', 'elsewhere')).toEqual({ paths: both, told: [] })
  expect(audited('reports', 'reports/away')).toEqual({ paths: [both[0], 'reports/away/b.json'], told: [] })
})

test('a file that was not audited is told once, and not where it is named itself', () => {
  mkdirSync(join(folder, 'reports/sub'), { recursive: true })
  cpSync(clean, join(folder, 'reports/a.json'))
  cpSync(clean, join(folder, 'reports/sub/b.dat'))
  writeFileSync(join(folder, 'reports/c.wps'), '')
  expect(audited('reports', 'reports/sub', 'reports/')).toEqual({
    paths: ['reports/a.json'],
    told: ['reports/c.wps、reports/sub/b.dat'],
  })
  expect(audited('reports', 'reports/sub/b.dat')).toEqual({
    paths: ['reports/a.json', 'reports/sub/b.dat'],
    told: ['reports/c.wps'],
  })
})

test.skipIf(process.platform === 'win32')('a name of several lines hides as any other, and is told on one line', () => {
  mkdirSync(join(folder, 'reports'))
  cpSync(clean, join(folder, 'reports/a.json'))
  cpSync(clean, join(folder, 'reports/.b\n.json'))
  writeFileSync(join(folder, 'reports/c\n::error::d.wps'), '')
  expect(audited('reports').paths).toEqual(['reports/a.json'])
  const diff = ['packs', 'diff', '@gouji/rules-2020', '@gouji/rules-2020', '--reports', 'reports']
  for (const { stdout, stderr } of [gouji(['audit', 'reports']), gouji(diff)])
    expect(`${stdout}${stderr}`).toMatch(/^注意：.*\s*.*reports\/c ::error::d\.wps$/m)
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
