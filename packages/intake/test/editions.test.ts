import type { Report } from '@gouji/core'
import { describe, expect, test } from 'vitest'
import { layouts, renderReport } from './support/render-report.js'
import { form, nextForm, numbered, readText, rowsOf } from './support/sample-report.js'

const forms = [form, nextForm]
const old = numbered()
const later = numbered(nextForm)
const editions = ({ sections }: Report) =>
  Object.values(sections).flatMap(({ tables = {} }) => Object.values(tables).map((table) => table.form))

describe.each(layouts)('%s', (layout) => {
  test('each edition is read by its own form, whichever comes first', () => {
    for (const [report, of] of [
      [old, form],
      [later, nextForm],
    ] as const) {
      for (const order of [forms, [...forms].reverse()]) {
        const read = readText(renderReport(report, of, layout), undefined, order)
        expect(rowsOf(read)).toEqual(rowsOf(report))
        expect(editions(read)).toEqual([of.edition, of.edition, of.edition])
        expect(read.document).toMatchObject({ oddRows: [], unplaced: [] })
      }
    }
  })

  test('a mixed report: each table by the form that fits it', () => {
    const mixed: Report = { ...later, sections: { ...later.sections, requests: old.sections.requests! } }
    const text = renderReport({ ...mixed, sections: { ...mixed.sections, requests: {} } }, nextForm, layout)
    const requests = renderReport(
      { schemaVersion: 1, title: 'x', sections: { requests: old.sections.requests! } },
      form,
      layout,
    )
    const read = readText(text.replace(/(?=四、政府信息公开行政复议)/, requests.replace(/^x\n+/, '')), undefined, forms)
    expect(rowsOf(read).requests).toEqual(rowsOf(old).requests)
    expect(editions(read)).toEqual(['30号', '60号', '30号'])
  })

  test('a later edition without its form: nothing is put where it does not belong', () => {
    const read = readText(renderReport(later, nextForm, layout))
    expect(editions(read)).toEqual(['30号', '30号', '30号'])
    expect(read).toMatchObject({ title: later.title, year: 2020, body: { name: '某县某某局' } })
    const { regulations, requests, disputes } = rowsOf(read)
    for (const cells of Object.values(regulations ?? {})) expect(cells).toEqual({})
    expect(requests).not.toHaveProperty('otherHandling')
    expect(requests?.resultsTotal).toEqual(rowsOf(later).requests?.resultsTotal)
    expect(disputes).toEqual(rowsOf(later).disputes)
    const odd = read.document?.oddRows.filter(({ table }) => table.endsWith('/requests')) ?? []
    expect(odd.map(({ label }) => label.slice(0, 4))).toEqual(['1.申请', '2.申请', '3.其他'.slice(0, 4)])
    for (const row of odd) {
      expect(row).not.toHaveProperty('row')
      expect(row.cells).toHaveLength(7)
    }
  })

  test('the single row of the earlier form takes nothing of the later one’s three', () => {
    const text = renderReport(later, nextForm, layout)
    const read = readText(text, undefined, [form])
    expect(rowsOf(read).requests).not.toHaveProperty('otherHandling')
    const blank = readText(renderReport(old, form, layout).replace(/(?<=其他处理.*)\b1\d{3}\b/g, ''))
    if (!layout.startsWith('lines'))
      expect(Object.values(rowsOf(blank).requests?.otherHandling ?? {})).toEqual(Array.from({ length: 7 }, () => null))
  })
})

test('a report of an edition that no form knows', () => {
  const read = readText(
    '某市某某局2018年政府信息公开工作年度报告\n\n一、概述\n\n文字。\n\n二、主动公开政府信息情况\n\n文字。\n\n三、政府信息公开情况统计表\n\n主动公开政府信息数\n\n条\n\n120\n',
  )
  expect(read).toMatchObject({ year: 2018, body: { name: '某市某某局', rank: 'city' } })
  expect(read.document?.outline.map(({ section }) => section)).toEqual(['overview', 'disclosure', 'requests'])
})
