import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../bin/gouji.js', import.meta.url))
const clean = fileURLToPath(new URL('../../rules-2020/clean.json', import.meta.url))
let folder = ''
const gouji = (...args: readonly string[]) =>
  spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' })
const pathsIn = (json: string): string[] =>
  JSON.parse(json).audits.map(({ input }: { input: { path: string } }) => input.path)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-outputs-'))
  cpSync(clean, join(folder, 'a.json'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe.skipIf(!existsSync('/dev/full'))('what cannot be written', () => {
  // Of the two the terminal's own text begins only with the first report.
  test.each(['json', 'terminal'])('ends the run in one sentence, and leaves no other output: %s', (format) => {
    const { stderr, status } = gouji('audit', 'a.json', '--output', 'markdown=r.md', '--output', `${format}=/dev/full`)
    expect(stderr).toBe('写不了 /dev/full（ENOSPC），结果没有写完\n')
    expect(status).toBe(3)
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  test('is told of standard output, too', () => {
    const stdout = openSync('/dev/full', 'w')
    const { stderr, status } = spawnSync(process.execPath, [bin, 'audit', 'a.json', '--lang', 'en'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', stdout, 'pipe'],
    })
    closeSync(stdout)
    expect(stderr).toBe('cannot write standard output (ENOSPC); the result is not complete\n')
    expect(status).toBe(3)
  })
})

test('standard output goes on where the reader of standard error went away', async () => {
  const child = spawn(process.execPath, [bin, 'audit', 'nothing.json', 'a.json'], { cwd: folder })
  child.stderr.destroy()
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
  })
  const [status] = await once(child, 'close')
  expect(text).toContain('共 1 份报告')
  expect(status).toBe(2)
})

test('a file that is replaced keeps its mode, and a link to it stays a link', () => {
  mkdirSync(join(folder, 'kept'))
  writeFileSync(join(folder, 'kept/r.json'), '')
  chmodSync(join(folder, 'kept/r.json'), 0o640)
  symlinkSync('kept/r.json', join(folder, 'r.json'))
  symlinkSync('kept/new.md', join(folder, 'r.md'))
  expect(gouji('audit', 'a.json', '--output', 'json=r.json', '--output', 'markdown=r.md').status).toBe(0)
  for (const name of ['r.json', 'r.md']) expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true)
  expect(pathsIn(readFileSync(join(folder, 'kept/r.json'), 'utf8'))).toEqual(['a.json'])
  expect(statSync(join(folder, 'kept/r.json')).mode & 0o777).toBe(0o640)
  expect(readdirSync(join(folder, 'kept')).sort()).toEqual(['new.md', 'r.json'])
})

test.skipIf(process.platform === 'win32')('a pipe is written to, and not replaced', () => {
  const script = 'mkfifo p; cat p > got.txt & "$0" "$1" audit a.json --output json=p; wait'
  spawnSync('sh', ['-c', script, process.execPath, bin], { cwd: folder })
  expect(pathsIn(readFileSync(join(folder, 'got.txt'), 'utf8'))).toEqual(['a.json'])
  expect(lstatSync(join(folder, 'p')).isFIFO()).toBe(true)
})

test('an output is no input: refused where it is named as one, left out of folders and globs', () => {
  const before = readFileSync(join(folder, 'a.json'), 'utf8')
  symlinkSync('a.json', join(folder, 'link.json'))
  for (const path of ['a.json', './a.json', 'link.json']) {
    const { stderr, status } = gouji('audit', 'a.json', '--output', `json=${path}`)
    expect(stderr).toBe('--output 会覆盖要审核的文件：a.json\n')
    expect(status).toBe(2)
  }
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(before)
  rmSync(join(folder, 'link.json'))
  for (const input of ['.', '*.json', '.'])
    expect(gouji('audit', input, '--output', 'json=r.json')).toMatchObject({ status: 0, stderr: '' })
  expect(pathsIn(readFileSync(join(folder, 'r.json'), 'utf8'))).toEqual(['a.json'])
})

test('a run that is killed outright leaves its outputs as they were, each of them', async () => {
  writeFileSync(join(folder, 'old.json'), 'old')
  const outputs = ['--output', 'json=old.json', '--output', 'markdown=new.md']
  const child = spawn(process.execPath, [bin, 'audit', 'a.json', '-', ...outputs], { cwd: folder })
  // The first report is on standard output, so begun in the files, too; the second is waited for.
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(readFileSync(join(folder, 'old.json'), 'utf8')).toBe('old')
  expect(existsSync(join(folder, 'new.md'))).toBe(false)
})

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  '%s leaves no temporary file',
  async (signal) => {
    const child = spawn(process.execPath, [bin, 'audit', '-', '--output', 'json=r.json'], { cwd: folder })
    while (readdirSync(folder).length < 2) await setTimeout(10)
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([null, signal])
    expect(readdirSync(folder)).toEqual(['a.json'])
  },
)

test.each([
  ['gouji-waivers.yaml', []],
  ['gouji.config.yaml', []],
  ['known', ['--baseline', 'known']],
])('what a run goes by is not written over: %s', (name, more) => {
  writeFileSync(join(folder, 'gouji-waivers.yaml'), 'waivers: []\n')
  writeFileSync(join(folder, 'gouji.config.yaml'), 'failOn: error\n')
  gouji('audit', 'a.json', '--output', 'json=known')
  const before = readFileSync(join(folder, name), 'utf8')
  const { status, stderr } = gouji('audit', 'a.json', ...more, '--fail-on', 'note', '--output', `json=${name}`)
  expect(status).toBe(2)
  expect(stderr).toContain(name)
  expect(readFileSync(join(folder, name), 'utf8')).toBe(before)
})
