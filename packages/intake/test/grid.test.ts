import type { Report } from '@gouji/core'
import { describe, expect, test } from 'vitest'
import { type Layout, renderReport } from './support/render-report.js'
import { form, numbered, readText, rowsOf } from './support/sample-report.js'

const full = numbered()
const expected = rowsOf(full)
const render = (layout: Layout) => renderReport(full, form, layout)
const othersIntact = (report: Report, except: readonly string[]) => {
  for (const [table, rows] of Object.entries(expected))
    for (const [id, cells] of Object.entries(rows))
      if (!except.includes(id)) expect(rowsOf(report)[table]?.[id], id).toEqual(cells)
}

describe('a row with a cell too many in a grid of merged cells', () => {
  const merged = render('pipes').replace(/^\| ([一二四]、(?:本年新收|上年结转|结转下年度)[^|]*)\|/gm, '| $1| | |')

  test.each([
    ['one row', /1054/, ['refusedStateSecret']],
    ['two rows', /1054|1061/g, ['refusedStateSecret', 'refusedForbiddenByLaw']],
  ] as const)('%s: the others stay as they are', (_, from, odd) => {
    const report = readText(merged.replace(from, '$& | 7'))
    for (const id of odd) expect(rowsOf(report).requests?.[id]).toEqual({})
    expect(report.document?.oddRows).toHaveLength(odd.length)
    expect(report.document?.unplaced).toEqual([])
    othersIntact(report, odd)
  })
})

test('rows that end in a delimiter make no other row look trimmed', () => {
  const text = render('tabs')
    .replace('1003', '1003\t')
    .replace('1006', '1006\t')
    .replace('行政许可\t1010', '行政许可\t')
  const report = readText(text)
  expect(rowsOf(report).regulations?.permits).toEqual({ itemsBefore: null, itemsChange: 1011, decisions: 1012 })
  expect(report.document).toMatchObject({ oddRows: [], unplaced: [] })
  othersIntact(report, ['permits'])
})
