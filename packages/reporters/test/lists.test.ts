import { describe, expect, test } from 'vitest'
import { parseCsv } from './parse-csv.js'
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

const csvOf = async (...args: RunArguments) => {
  const text = await rendered('csv', ...args)
  expect(text.startsWith('\ufeff')).toBe(true)
  const [names = [], ...rows] = parseCsv(text.slice(1))
  for (const row of rows) expect(row).toHaveLength(names.length)
  return rows.map((row) => Object.fromEntries(row.map((value, index) => [names[index], value])))
}

describe('csv', () => {
  test('has a row for each finding, its numbers as numbers', async () => {
    const record = failing()
    const rows = await csvOf([record])
    expect(rows.map((row) => row.指纹)).toEqual(record.findings.map(({ fingerprint }) => fingerprint))
    expect(rows[0]).toMatchObject({ 文件: 'a.json', 报告年度: '2020', 结论: '不通过', 行号: '7' })
    expect(await rendered('csv', [record])).toMatch(/,2020,.*,7,-?\d+,/)
  })

  test('leaves no report out: clean, incomplete, without a pack, broken, unreadable', async () => {
    const records = [passing('1'), incomplete('2'), withoutPack('3'), broken('4')]
    const rows = await csvOf(records, { failures: [missing] })
    const levels = new Set(rows.map((row) => `${row.文件} ${row.级别}`))
    for (const told of ['1 通过', '2 未能完成', '3 未能完成', '4 规则出错', `${missing.path} 无法读取`])
      expect(levels).toContain(told)
  })

  test('tells waivers and the baseline', async () => {
    expect(await csvOf([waived()])).toContainEqual(
      expect.objectContaining({ 豁免理由: '历史数据', 批准人: '王审', 豁免至: '2027-01-01' }),
    )
    expect(new Set((await csvOf([compared()])).map((row) => row.与基线相比))).toEqual(
      new Set(['新增', '原有', '数值有变', '已消失']),
    )
  })

  test.each(['=cmd|a!A1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('%j is no formula', async (path) => {
    const [row] = await csvOf([passing(path)])
    expect(row?.文件).toMatch(/^'/)
  })

  test('its columns are named in the language of the run', async () => {
    expect(await rendered('csv', [], { lang: 'en' })).toMatch(/^\ufeff"File","Body",/)
  })
})

describe('gitlab', () => {
  const itemsOf = async (...args: RunArguments) =>
    JSON.parse(await rendered('gitlab', ...args)) as {
      check_name: string
      fingerprint: string
      severity: string
      location: { path: string; lines: { begin: number } }
    }[]

  test('has what GitLab asks for, each fingerprint once', async () => {
    const items = await itemsOf([failing('./报告/a.json'), failing('b.json')])
    for (const item of items)
      expect(item).toEqual({
        description: expect.stringMatching(/\S/),
        check_name: expect.stringMatching(/\S/),
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: expect.stringMatching(/^(blocker|critical|minor|info)$/),
        location: { path: expect.stringMatching(/^(报告\/a|b)\.json$/), lines: { begin: expect.any(Number) } },
      })
    expect(new Set(items.map(({ fingerprint }) => fingerprint)).size).toBe(items.length)
  })

  test('a finding keeps its fingerprint whatever else is found', async () => {
    const record = failing()
    const [alone] = await itemsOf([{ ...record, findings: record.findings.slice(0, 1) }])
    expect((await itemsOf([passing('z'), record])).map(({ fingerprint }) => fingerprint)).toContain(alone?.fingerprint)
  })

  test('what passed or was waived is not there; what hindered is a blocker', async () => {
    expect(await itemsOf([passing()])).toEqual([])
    expect((await itemsOf([waived()])).map(({ severity }) => severity)).not.toContain('critical')
    const hindered = await itemsOf([incomplete(), withoutPack(), broken()], { failures: [missing] })
    expect(hindered.filter(({ severity }) => severity === 'blocker').map((item) => item.check_name)).toEqual(
      expect.arrayContaining(['incomplete', 'unreadable']),
    )
  })
})

describe('github', () => {
  const linesOf = async (...args: RunArguments) => (await rendered('github', ...args)).trimEnd().split('\n')

  test('annotates the line, and ends with the total', async () => {
    const lines = await linesOf([failing('报告/a, b:1%.json')])
    expect(lines[0]).toMatch(/^::error file=报告\/a%2C b%3A1%25\.json,line=7,col=3,title=[^:,]+::.+依据/)
    expect(lines.at(-1)).toMatch(/^共 1 份报告：通过 0 · 不通过 1/)
  })

  test('says that all passed, and nothing else', async () => {
    expect(await linesOf([passing()])).toEqual([expect.stringMatching(/^共 1 份报告：通过 1 /)])
  })

  test.each([
    [[incomplete()], {}],
    [[withoutPack()], {}],
    [[broken()], {}],
    [[passing()], { failures: [missing] }],
  ])('what hindered an audit is an error: %#', async (records, more) => {
    expect((await linesOf(records, more))[0]).toMatch(/^::error /)
  })

  test('of many the gravest are shown, though they come last; how many more there are is the last of them', async () => {
    const lines = await linesOf(
      Array.from({ length: 20 }, (_, index) => failing(`${index}.json`)),
      { failures: [missing] },
    )
    const errors = lines.filter((line) => line.startsWith('::error'))
    expect(errors).toHaveLength(10)
    expect(errors[0]).toContain('title=无法读取')
    expect(errors.at(-1)).toMatch(/另有 \d+ 处没有列出/)
    expect(lines.filter((line) => line.startsWith('::notice'))).toHaveLength(10)
  })

  test('standard input has no file', async () => {
    expect((await linesOf([failing('-')]))[0]).not.toContain('file=')
  })
})

describe('ndjson', () => {
  test('is the run, each audit and failure, and the end', async () => {
    const text = await rendered('ndjson', [passing('a'), failing('b')], { failures: [missing] })
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ type }) => type)).toEqual(['run', 'audit', 'audit', 'failure', 'end'])
    expect(lines[0]).toMatchObject({ schemaVersion: 1, asOf: '2021-02-03', packs: [{ edition: '60号' }] })
    expect(lines[2]).toEqual({ type: 'audit', ...JSON.parse(JSON.stringify(failing('b'))) })
    expect(lines[4]).toMatchObject({
      executionSuccessful: true,
      notices: [],
      counts: { reports: 2, failures: 1, verdicts: { pass: 1, fail: 1, incomplete: 0 } },
    })
  })

  test('what was waived is not counted', async () => {
    const text = await rendered('ndjson', [waived()])
    expect(JSON.parse(text.trimEnd().split('\n').at(-1)!).counts.findings.error).toBe(0)
  })
})
