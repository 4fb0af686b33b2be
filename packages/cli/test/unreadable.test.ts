import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../bin/gouji.js', import.meta.url))
const clean = fileURLToPath(new URL('../../rules-2020/clean.json', import.meta.url))
const garbled = Buffer.from([0x7b, 0x41, 0xff, 0xff, 0x41, 0x7d])
const posix = test.skipIf(process.platform === 'win32')
let folder = ''
const gouji = (...args: readonly string[]) =>
  spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', timeout: 60_000 })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-unreadable-'))
  cpSync(clean, join(folder, 'a.json'))
})
// Its own `rm` takes away what lies deeper than a path can say.
afterEach(() => spawnSync('rm', ['-rf', folder]))

test('JSON that cannot be decoded is a failure of its file, or of the config', () => {
  writeFileSync(join(folder, 'b.json'), garbled)
  const audited = gouji('audit', 'b.json', 'a.json')
  expect(audited.stderr).toBe('b.json：文字编码无法识别，请另存为 UTF-8\n')
  expect(audited.stdout).toContain('共 1 份报告')
  expect(audited.status).toBe(2)
  expect(gouji('read', 'b.json')).toMatchObject({ status: 2, stderr: audited.stderr })
  writeFileSync(join(folder, 'c.json'), garbled)
  expect(gouji('audit', 'a.json', '--config', 'c.json')).toMatchObject({
    status: 2,
    stderr: 'c.json: 文字编码无法识别，请另存为 UTF-8\n',
  })
})

posix('what is there but cannot be opened is not called missing; what is under a file is', () => {
  symlinkSync('b.json', join(folder, 'b.json'))
  const { stderr, status } = gouji('audit', 'b.json', 'a.json/c.json')
  expect(stderr).toBe('b.json：打不开文件（ELOOP），请检查权限\na.json/c.json：没有这个文件，请检查路径\n')
  expect(status).toBe(2)
})

posix('a folder that cannot be read is one failure; a pipe in a folder is not waited for', () => {
  mkdirSync(join(folder, 'all'))
  cpSync(clean, join(folder, 'all/z.json'))
  spawnSync('mkfifo', [join(folder, 'all/pipe.txt')])
  const dig = "for (let n = 0; n < 20; n++) { fs.mkdirSync('d'.repeat(250)); process.chdir('d'.repeat(250)) }"
  spawnSync(process.execPath, ['-e', dig], { cwd: join(folder, 'all') })
  const { stdout, stderr, status } = gouji('audit', 'all')
  expect(stdout).toContain('all/z.json\n')
  expect(stdout).toContain('共 1 份报告：通过 1 · 不通过 0 · 未能完成 0 · 无法读取 1')
  expect(stderr).toMatch(/^all\/[d/]+：打不开文件（ENAMETOOLONG），请检查权限\n$/)
  expect(status).toBe(2)
})
