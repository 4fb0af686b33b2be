import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FORMATS } from '@gouji/reporters'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const packages = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'gouji-machines-'))
const gouji = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(packages, 'cli/bin/gouji.js'), ...args], { cwd: folder, encoding: 'utf8' })
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

beforeAll(() => {
  cpSync(join(packages, '../examples/county-bureau-2020.txt'), join(folder, '报告.txt'))
  cpSync(join(packages, 'rules-2020/clean.json'), join(folder, 'clean.json'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('all outputs of one run', () => {
  beforeAll(() => {
    const outputs = FORMATS.flatMap((format) => ['--output', `${format}=out.${format}`])
    const { status } = gouji('audit', '报告.txt', 'clean.json', 'nothing.json', '--as-of', '2021-02-03', ...outputs)
    expect(status).toBe(2)
  })

  test.each(FORMATS)('%s is that of standard output', (format) => {
    const alone = gouji('audit', '报告.txt', 'clean.json', 'nothing.json', '--as-of', '2021-02-03', '--format', format)
    // Failures stand on standard error where the terminal is, and in its file.
    if (format !== 'terminal') expect(read(`out.${format}`)).toBe(alone.stdout)
    expect(alone.status).toBe(2)
  })

  test('they tell of the same findings and of the file that is missing', () => {
    const { audits } = JSON.parse(read('out.json'))
    const found = audits.flatMap(({ findings }: { findings: unknown[] }) => findings).length
    expect(found).toBeGreaterThan(5)
    const sarif = JSON.parse(read('out.sarif')).runs[0]
    expect(sarif.results.filter(({ kind }: { kind: string }) => kind === 'fail')).toHaveLength(found)
    expect(sarif.invocations[0].executionSuccessful).toBe(false)
    expect(sarif.artifacts[0].location.uri).toBe('%E6%8A%A5%E5%91%8A.txt')
    expect(JSON.parse(read('out.sarif-github')).runs[0].results).toHaveLength(found + 1)
    expect(JSON.parse(read('out.gitlab'))).toHaveLength(found + 1)
    const lines = read('out.ndjson').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).type)).toEqual(['run', 'audit', 'audit', 'failure', 'end'])
    expect(JSON.parse(lines[1]!)).toEqual({ type: 'audit', ...audits[0] })
    expect(read('out.csv').trimEnd().split('\r\n')).toHaveLength(1 + found + 2)
    expect(read('out.junit').match(/<testsuite /g)).toHaveLength(3)
    expect(read('out.junit')).toContain('<error message="没有这个文件，请检查路径" type="FILE_MISSING"/>')
  })
})

describe('a reporter that throws', () => {
  beforeAll(() => {
    for (const name of ['pack.yaml', 'form.yaml', 'clean.json', 'rules'])
      cpSync(join(packages, 'rules-2020', name), join(folder, 'mine', name), { recursive: true })
    const code = readFileSync(join(packages, 'rules-2020/dist/facts.js'), 'utf8')
    // No JSON has such a number.
    writeFileSync(join(folder, 'mine/facts.js'), `${code}\nfacts.untold = () => 10n\n`)
    const rule = read('mine/rules/date/title-form.yaml').replace(/^message:/m, 'data: { untold: { fact: untold } }\n$&')
    writeFileSync(join(folder, 'mine/rules/date/title-form.yaml'), rule)
    expect(gouji('pack', 'build', 'mine')).toMatchObject({ status: 0, stderr: '' })
    const clean = JSON.parse(read('clean.json'))
    writeFileSync(join(folder, 'untold.json'), JSON.stringify({ ...clean, title: '年报' }))
  })

  test.each(['json', 'ndjson', 'sarif'])('ends in 3, and the others go on: %s', (format) => {
    const { stdout, stderr, status } = gouji(
      ...['audit', 'untold.json', 'clean.json', '--pack', 'mine', '--fail-on', 'never', '--format', format],
      ...['--output', 'markdown=r.md'],
    )
    expect(status).toBe(3)
    expect(stderr).toMatch(/^untold\.json：处理时程序出错（.*BigInt.*），这份报告没有审完/)
    const told = stdout.trimEnd().split('\n').at(-1)!
    const result =
      format === 'sarif' ? JSON.parse(stdout).runs[0].invocations[0] : JSON.parse(format === 'json' ? stdout : told)
    expect(result.executionSuccessful).toBe(false)
    expect(stdout).toContain('READER_BROKE')
    expect(read('r.md')).toContain('处理时程序出错')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
