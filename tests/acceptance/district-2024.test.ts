import { readFileSync } from 'node:fs'
import { auditReport } from '@gouji/core'
import { readDocument } from '@gouji/intake'
import { describe, expect, test } from 'vitest'
import { forms, packs, raised } from '../support/editions.js'
import { samples, tellSkipped } from '../support/samples.js'

tellSkipped('district-2024', 4)

const read = async () => {
  const bytes = new Uint8Array(readFileSync(`${samples}/district-2024.pdf`))
  return (await readDocument({ name: 'district-2024.pdf', bytes }, { forms })).report
}

describe.skipIf(samples === null)('a district’s report of 2024 as published, a PDF', () => {
  test('has every number of its tables', async () => {
    const figures = JSON.parse(readFileSync(`${samples}/figures/district-2024.json`, 'utf8'))
    const { sections, document } = await read()
    const rows = (section: string, table: string) =>
      Object.fromEntries(
        Object.entries(sections[section]?.tables?.[table]?.rows ?? {}).map(([row, cells]) => [
          row,
          Object.values(cells).map((cell) => (cell === null ? '' : String(cell))),
        ]),
      )
    expect(rows('disclosure', 'regulations')).toEqual(figures.table2)
    expect(rows('requests', 'requests')).toEqual(figures.table3)
    expect(rows('disputes', 'disputes')).toEqual(figures.table4)
    expect(document).toMatchObject({ oddRows: [], unplaced: [] })
  })

  test('is read whole: headings, title, year, body, and a table over two pages', async () => {
    const { title, year, body, sections, document } = await read()
    expect({ title, year }).toEqual({ title: '淮安市洪泽区人民政府2024年政府信息公开工作年度报告', year: 2024 })
    expect(body).toMatchObject({ kind: 'government', rank: 'county' })
    expect(Object.keys(sections)).toHaveLength(6)
    const pageOf = (row: string) => document?.places[`/sections/requests/tables/requests/rows/${row}/natural`]?.page
    expect([pageOf('unavailableNotHeld'), pageOf('unavailableToBeCreated')]).toEqual([3, 4])
  })

  test('a line that a page’s end breaks is one sentence', async () => {
    const { sections } = await read()
    for (const { text = '' } of Object.values(sections))
      for (const paragraph of text.split('\n')) expect(paragraph).toMatch(/^$|[。：]$/u)
  })

  test('fails for its two editions, and says which label has lost characters', async () => {
    const audit = auditReport(await read(), packs)
    expect(audit.verdict).toBe('fail')
    expect(raised(audit)).toEqual([
      'warning structure/government-content',
      'error structure/edition-mixed',
      'note table/row-label',
    ])
    const label = audit.findings.find(({ rule }) => rule.id === 'table/row-label')
    expect(label?.evidence).toMatchObject([{ raw: '2.其他法律行政止公开', place: { page: 3 } }])
  })
})
