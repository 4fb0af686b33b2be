import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'gouji-city-'))
const gouji = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'packages/cli/bin/gouji.js'), ...args], { cwd: folder, encoding: 'utf8' })

beforeAll(() => cpSync(join(root, 'examples'), folder, { recursive: true }))
afterAll(() => rmSync(folder, { recursive: true }))

test('the example of a city’s pack passes its examples and is built, its base found with the program', () => {
  expect(gouji('pack', 'test', 'city-pack')).toMatchObject({ status: 0, stderr: '' })
  expect(gouji('pack', 'build', 'city-pack')).toMatchObject({ status: 0, stderr: '' })
})

test('it judges the city’s report: its own rules, its severity, its parameter, and the national rules', () => {
  const { stdout, status } = gouji('audit', 'city-bureau-2025.txt', '--pack', 'city-pack', '--format', 'json')
  expect(status).toBe(1)
  const { audits, packs } = JSON.parse(stdout)
  expect(packs.map(({ name }: { name: string }) => name)).toContain('gouji-rules-yunling')
  expect(audits[0]).toMatchObject({
    pack: 'gouji-rules-yunling',
    selectedBy: '报告年度 2025（扩展了同年度的 @gouji/rules-2021）',
  })
  const raised = (findings: { ruleId: string; severity: string }[]) =>
    findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`).sort()
  const national = [
    'error sum/requests-results',
    'error sum/requests-row',
    'note cell/annotation',
    'warning structure/fee-statement',
    'warning sum/valid-made',
  ]
  expect(raised(audits[0].findings)).toEqual(
    [
      ...national,
      'warning overview/channel-numbers',
      'warning structure/period-stated',
      'warning structure/problems-thin',
    ].sort(),
  )
  const alone = JSON.parse(gouji('audit', 'city-bureau-2025.txt', '--format', 'json').stdout)
  expect(raised(alone.audits[0].findings)).toEqual([...national, 'note structure/period-stated'].sort())
})
