import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Report } from '@gouji/core'
import { describe, expect, test } from 'vitest'
import { decodeText, readModel, readText } from '../src/index.js'
import { form, rowsOf } from './support/sample-report.js'

const samples = process.env.GOUJI_SAMPLES ?? fileURLToPath(new URL('../../../../shared/samples', import.meta.url))
const file = `${samples}/county-bureau-2020.txt`
const hasSample = existsSync(file)
if (!hasSample) console.log(`skipped: no samples in ${samples}`)

describe.skipIf(!hasSample)('the sample of a county bureau', () => {
  const read = (): Report => readModel(readText(decodeText(readFileSync(file)).text), { forms: [form] })

  test('has every number of its figures', () => {
    const figures = JSON.parse(readFileSync(`${samples}/figures/county-bureau-2020.json`, 'utf8'))
    const expected = { regulations: figures.table2, requests: figures.table3, disputes: figures.table4 }
    const rows = rowsOf(read())
    const asPrinted = Object.fromEntries(
      Object.entries(rows).map(([table, found]) => [
        table,
        Object.fromEntries(
          Object.entries(found).map(([row, cells]) => [
            row,
            Object.values(cells).map((cell) => (cell === null ? '' : String(cell))),
          ]),
        ),
      ]),
    )
    expect(asPrinted).toEqual(expected)
    expect(Object.keys(rows.requests?.received ?? {})).toEqual(figures.table3Columns)
    expect(read().document?.outline.map(({ heading }) => heading)).toEqual(figures.headings)
  })

  test('is read whole, and nothing is left over', () => {
    const report = read()
    expect(report).toMatchObject({
      year: 2020,
      yearFrom: 'title',
      body: { name: '沙洋县商务局', kind: 'department', rank: 'county' },
      publishedOn: { date: '2021-01-15', from: 'page' },
      document: { oddRows: [], unplaced: [], inferred: ['/body/kind', '/body/rank'] },
    })
    expect(report.title).toBe('沙洋县商务局2020年政府信息公开工作年度报告')
    expect(report.preface).toBeUndefined()
    expect(report.sections.other?.text).toBe('')
    expect(report.sections.disclosure?.text).toBe('')
    expect(report.sections.overview?.text?.split('\n')).toHaveLength(5)
    expect(report.document?.places['/sections/requests/tables/requests/rows/carriedOut/total']).toEqual({
      line: 550,
      column: 1,
    })
    expect(report.document?.headers['/sections/disclosure/tables/regulations']?.slice(0, 4)).toEqual([
      '本年新制作数量',
      '本年新公开数量',
      '对外公开总数量',
      '上一年项目数量(指2019年事项数)',
    ])
  })
})
