import type { Format } from '@gouji/reporters'
import type { Log, Result, Run } from 'sarif'
import { describe, expect, test } from 'vitest'
import { pack } from './audited.js'
import {
  broken,
  compared,
  failing,
  incomplete,
  missing,
  passing,
  type RunArguments,
  rendered,
  waived,
  withoutPack,
} from './rendered.js'
import { sarifFaults } from './sarif-faults.js'

const runOf = async (format: Format, ...args: RunArguments) => {
  const log = JSON.parse(await rendered(format, ...args)) as Log
  expect(sarifFaults(log)).toEqual([])
  return log.runs[0] as Run & { results: Result[] }
}

const RUNS: Readonly<Record<string, RunArguments>> = {
  nothing: [[]],
  'nothing found': [[passing('报告/甲 乙#%.json')]],
  findings: [[failing('报告/甲.json'), failing('/abs/乙.json'), failing('-'), failing('C:\\报告\\丙.json')]],
  waived: [[waived()]],
  'a baseline': [[compared()]],
  'a broken rule': [[broken()], { executionSuccessful: false }],
  incomplete: [[incomplete(), withoutPack()]],
  'a failure': [
    [passing()],
    { failures: [{ ...missing, place: { line: 3 } }], notices: [{ code: 'N', message: '留意' }] },
  ],
}

describe.each(['sarif', 'sarif-github'] as const)('%s', (format) => {
  test.each(Object.entries(RUNS))('is valid with %s', async (_, args) => {
    const { results } = await runOf(format, ...args)
    for (const { rule, ruleId } of results) expect(rule?.id).toBe(ruleId)
  })

  test('a result’s rule is found among the tool’s by its index', async () => {
    const { results, tool } = await runOf(format, [failing(), incomplete(), broken()])
    for (const { rule, ruleId } of results) {
      const index = rule?.toolComponent?.index
      const component = index === undefined ? tool.driver : tool.extensions![index]
      expect(component?.rules?.[rule!.index!]?.id).toBe(ruleId)
    }
  })

  test('every rule of the pack is listed, with what it requires and stands on', async () => {
    const { tool } = await runOf(format, [])
    expect(tool.extensions?.[0]?.rules?.map(({ id }) => id)).toEqual(pack.rules.map(({ id }) => id))
    for (const { shortDescription, fullDescription, help, defaultConfiguration } of tool.extensions![0]!.rules!) {
      for (const text of [shortDescription, fullDescription, help]) expect(text?.text).toMatch(/\S/)
      expect(help?.text).toMatch(/依据：\n- .+〔.+〕/)
      expect(defaultConfiguration?.level).toMatch(/^(error|warning|note)$/)
    }
  })

  test('paths are URIs', async () => {
    const { results } = await runOf(format, [
      failing('./报告/甲 #%?.json'),
      failing('/根/乙.json'),
      failing('C:\\丙.json'),
    ])
    const uris = new Set(results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri))
    expect([...uris].sort()).toEqual([
      '%E6%8A%A5%E5%91%8A/%E7%94%B2%20%23%25%3F.json',
      'file:///%E6%A0%B9/%E4%B9%99.json',
      'file:///C:/%E4%B8%99.json',
    ])
  })
})

describe('sarif', () => {
  test('each verdict is a kind, and only a finding has a level', async () => {
    const { results } = await runOf('sarif', [failing(), incomplete()])
    const kinds = new Set(results.map(({ kind, level }) => `${kind} ${level}`))
    expect([...kinds].sort()).toEqual(['fail error', 'fail note', 'open none', 'pass none'])
  })

  test('every rule of a report has a result, a clean one too', async () => {
    const { results } = await runOf('sarif', [passing()])
    expect(new Set(results.map(({ ruleId }) => ruleId)).size).toBe(pack.rules.length)
  })

  test('a waived finding is suppressed by whoever approved it', async () => {
    const { results } = await runOf('sarif', [waived()])
    const suppressions = results.filter(({ kind }) => kind === 'fail').map((result) => result.suppressions)
    expect(suppressions).toContainEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: '历史数据（批准人 王审，至 2027-01-01）',
        properties: { reason: '历史数据', approver: '王审', expires: '2027-01-01' },
      },
    ])
    expect(suppressions).toContainEqual([])
  })

  test('suppressions are told of every result or of none', async () => {
    const { results } = await runOf('sarif', [waived(), compared(), incomplete()])
    expect(results.filter(({ suppressions }) => suppressions === undefined)).toEqual([])
  })

  test('a reason for a waiver is no message with arguments', async () => {
    const record = waived()
    const reason = '见 {0} 和 [台账](a.pdf)'
    const findings = record.findings.map((finding) =>
      finding.waiver === undefined ? finding : { ...finding, waiver: { ...finding.waiver, reason } },
    )
    const { results } = await runOf('sarif', [{ ...record, findings }])
    const [suppression] = results.flatMap(({ suppressions = [] }) => suppressions)
    expect(suppression?.justification).toContain(reason)
  })

  test('the baseline’s states', async () => {
    const { results } = await runOf('sarif', [compared()])
    expect([...new Set(results.map(({ baselineState }) => baselineState))].sort()).toEqual([
      'absent',
      'new',
      'unchanged',
      'updated',
      undefined,
    ])
  })

  test('a region only where the line is known; cells by pointer; a name across runs', async () => {
    const { results } = await runOf('sarif', [failing()])
    const [found, other] = results.filter(({ kind }) => kind === 'fail')
    expect(found?.locations?.[0]).toMatchObject({
      physicalLocation: { region: { startLine: 7, startColumn: 3 } },
      logicalLocations: [{ fullyQualifiedName: expect.stringMatching(/^\/sections\//) }],
    })
    expect(other?.locations?.[0]?.physicalLocation).not.toHaveProperty('region')
    expect(found?.partialFingerprints).toMatchObject({ 'body/v1': '云岭市人民政府', 'year/v1': '2020' })
  })

  test('standard input is an artifact without a URI', async () => {
    const { artifacts, results } = await runOf('sarif', [failing('-')])
    expect(artifacts?.[0]).toMatchObject({ hashes: { 'sha-256': '0'.repeat(64) }, description: { text: '标准输入' } })
    expect(artifacts?.[0]).not.toHaveProperty('location')
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ index: 0 })
  })

  test.each([
    ['incomplete', [[incomplete()], {}], true],
    ['incomplete', [[withoutPack()], {}], true],
    ['broken', [[broken()], { executionSuccessful: false }], false],
    ['unreadable', [[passing()], { failures: [missing] }], false],
  ] as const)('%s is told by a notification', async (id, [records, more], successful) => {
    const { invocations } = await runOf('sarif', records, more)
    const [invocation] = invocations ?? []
    expect(invocation?.executionSuccessful).toBe(successful)
    expect(invocation?.toolExecutionNotifications).toContainEqual(
      expect.objectContaining({ level: 'error', descriptor: expect.objectContaining({ id }) }),
    )
  })

  test('packs are extensions with their hash', async () => {
    const { tool } = await runOf('sarif', [])
    expect(tool.extensions?.[0]).toMatchObject({ name: pack.name, properties: { integrity: pack.integrity } })
  })
})

describe('sarif-github', () => {
  test('holds open findings and what hindered, and nothing else', async () => {
    expect((await runOf('sarif-github', [passing()])).results).toEqual([])
    const { results } = await runOf('sarif-github', [waived()])
    expect(results.map(({ level }) => level)).not.toContain('error')
    for (const records of [[incomplete()], [withoutPack()], [broken()]])
      expect((await runOf('sarif-github', records)).results[0]).toMatchObject({ level: 'error' })
    const { results: unread } = await runOf('sarif-github', [], { failures: [missing] })
    expect(unread).toMatchObject([{ ruleId: 'gouji/unreadable', level: 'error' }])
  })

  test('the gravest stand first, each with a whole region and GitHub’s own fingerprint', async () => {
    const { results } = await runOf('sarif-github', [failing('a.json'), failing('b.json')], { failures: [missing] })
    const ranks = results.map(({ level }) => ['error', 'warning', 'note'].indexOf(level!))
    expect(ranks).toEqual([...ranks].sort())
    expect(results[0]?.ruleId).toBe('gouji/unreadable')
    for (const { locations, partialFingerprints } of results) {
      const {
        startLine = 0,
        startColumn = 0,
        endLine = 0,
        endColumn = 0,
      } = locations?.[0]?.physicalLocation?.region ?? {}
      expect(startLine > 0 && startColumn > 0 && endLine >= startLine && endColumn > startColumn).toBe(true)
      expect(partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:1$/)
    }
    const hashes = results.map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash)
    expect(new Set(hashes).size).toBe(results.length)
  })

  test('a rule that finds much leaves room for the others, and its total is told', async () => {
    const records = Array.from({ length: 250 }, (_, index) => failing(`${index}.json`))
    const { results, properties } = await runOf('sarif-github', records)
    const counts = new Map<string, number>()
    for (const { ruleId = '' } of results) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
    const rules = new Set(failing().findings.map(({ ruleId }) => ruleId))
    for (const rule of rules) expect(counts.get(rule)).toBe(100)
    expect(counts.get('gouji/more')).toBe(rules.size)
    expect(results[0]?.message.text).toMatch(/ 共 \d+ 处，只列出 100 处/)
    expect(properties?.total).toBe(250 * failing().findings.length)
  })
})
