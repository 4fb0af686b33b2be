import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BRITTLE_RULE, writeBrittlePack } from './brittle-pack.js'

const packages = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'gouji-pack-'))
const gouji = (...args: string[]) =>
  spawnSync(process.execPath, [join(packages, 'cli/bin/gouji.js'), ...args], { cwd: folder, encoding: 'utf8' })

beforeAll(() => {
  writeBrittlePack(join(folder, 'mine'))
  cpSync(join(packages, 'rules-2020/clean.json'), join(folder, 'clean.json'))
})

afterAll(() => rmSync(folder, { recursive: true }))

test('a pack with code is built, tested and used; a rule that throws is broken, and only that rule', () => {
  expect(gouji('pack', 'check', 'mine')).toMatchObject({ status: 0, stderr: '' })
  const tested = gouji('pack', 'test', 'mine')
  expect(tested.status).toBe(1)
  expect(tested.stdout).toContain('rules/sum/brittle.yaml: 出错: expected fail, was broken')
  expect(gouji('pack', 'build', 'mine')).toMatchObject({ status: 0, stderr: '' })

  const audited = gouji('audit', 'clean.json', '--pack', 'mine', '--format', 'json')
  expect(audited.status).toBe(3)
  const result = JSON.parse(audited.stdout)
  expect(result.executionSuccessful).toBe(false)
  expect(result.packs.map(({ name }: { name: string }) => name)).toEqual(['@gouji/rules-2021', '@gouji/rules-2020'])
  expect(result.audits[0]).toMatchObject({ verdict: 'incomplete', counts: { rules: { broken: 1, fail: 0 } } })
  expect(gouji('audit', 'clean.json', '--pack', 'mine', '--fail-on', 'never').status).toBe(3)
  const shown = gouji('audit', 'clean.json', '--pack', 'mine').stdout
  expect(shown).toContain('规则出错  一条会出错的规则：规则运行出错：broken on purpose')
  expect(shown).toContain('未能完成')
})

test('code that was edited after a build is what the next build takes', () => {
  const file = join(folder, 'mine/facts.js')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nfacts.brittle = () => 1\n`)
  expect(gouji('pack', 'build', 'mine')).toMatchObject({ status: 0, stderr: '' })
  const { audits } = JSON.parse(gouji('audit', 'clean.json', '--pack', 'mine', '--format', 'json').stdout)
  expect(audits[0]).toMatchObject({ verdict: 'fail', findings: [{ ruleId: 'sum/brittle' }] })
})

test('a rule that several packs have is explained in one JSON document', () => {
  cpSync(join(folder, 'mine'), join(folder, 'other'), { recursive: true })
  const file = join(folder, 'other/pack.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^name: .*$/m, 'name: other'))
  expect(gouji('pack', 'build', 'other')).toMatchObject({ status: 0, stderr: '' })
  const explained = (...args: string[]) => JSON.parse(gouji('explain', ...args, '--format', 'json').stdout)
  const several = explained('sum/requests-balance', '--pack', 'other')
  expect(several.map(({ pack }: { pack: string }) => pack)).toEqual([
    expect.stringMatching(/^@gouji\/rules-2020 /),
    expect.stringMatching(/^@gouji\/rules-2021 /),
    expect.stringMatching(/^other /),
  ])
  expect(explained('sum/requests-balance')).toEqual(several.slice(0, 2))
  expect(explained('sum/published-made')).toMatchObject({ id: 'sum/published-made' })
})

test('a folder that is named like a rule is none', () => {
  mkdirSync(join(folder, 'mine/rules/x.yaml'))
  expect(gouji('pack', 'check', 'mine')).toMatchObject({ status: 0, stderr: '' })
})

test('a pack whose code was changed is refused', () => {
  writeFileSync(join(folder, 'mine/dist/facts.js'), 'export const facts = {}\n')
  const { status, stderr } = gouji('audit', 'clean.json', '--pack', 'mine')
  expect(status).toBe(2)
  expect(stderr).toContain('facts.js is not the code that was built')
})

test('every problem of a pack is told with file and line', () => {
  writeFileSync(
    join(folder, 'mine/rules/sum/brittle.yaml'),
    BRITTLE_RULE.replace('instrument: format', 'instrument: law').replace('operator: equal', 'operator: same'),
  )
  const { status, stderr } = gouji('pack', 'check', 'mine')
  expect(status).toBe(2)
  expect(stderr).toMatch(/^mine\/rules\/sum\/brittle\.yaml:5: .*there is no|^mine\/rules\/sum\/brittle\.yaml:5: .*law/m)
  expect(stderr).toMatch(/^mine\/rules\/sum\/brittle\.yaml:8: .*there is no operator same/m)
})
