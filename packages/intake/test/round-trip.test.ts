import type { Cell, Report } from '@gouji/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Layout, layouts, renderReport } from './support/render-report.js'
import { form, makeReport, numbered, readText, rowsOf } from './support/sample-report.js'

const texts = ['/', '—', '-', '１２', '+3', '1,170', '007', '22（其中修订16件）', '251000元', '无']
const value: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -9, max: 99999 }) },
  { weight: 1, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.constantFrom(12.5, 59237.2449) },
)

/** Blanks anywhere where the layout shows them; else only in whole rows. */
const reportFor = (layout: Layout): fc.Arbitrary<Report> =>
  fc.infiniteStream(fc.tuple(value, fc.integer({ min: 0, max: 9 }))).map((stream) => {
    const blankRows = new Map<string, boolean>()
    return makeReport((table, row) => {
      const [cell, dice] = stream.next().value
      const key = table === 'disputes' ? table : `${table}/${row}`
      if (!blankRows.has(key)) blankRows.set(key, dice === 0)
      if (blankRows.get(key)) return null
      return !layout.startsWith('space') && dice < 3 ? null : cell
    })
  })

describe.each(layouts)('%s', (layout) => {
  test('every cell, heading and text of a full report comes back', () => {
    const report = numbered()
    const read = readText(renderReport(report, form, layout))
    expect(rowsOf(read)).toEqual(rowsOf(report))
    expect(read.document).toMatchObject({ oddRows: [], unplaced: [] })
    expect(read.document?.outline.map(({ section }) => section)).toEqual(form.sections.map(({ id }) => id))
    for (const { id } of form.sections) {
      expect(read.sections[id]?.heading).toBe(report.sections[id]?.heading)
      expect(read.sections[id]?.text).toBe(report.sections[id]?.text)
    }
    expect(read).toMatchObject({
      title: report.title,
      preface: report.preface,
      year: 2020,
      yearFrom: 'period',
      publishedOn: report.publishedOn,
      body: { name: '某县某某局', kind: 'department', rank: 'county' },
    })
  })

  test('any cells come back as they were', () => {
    fc.assert(
      fc.property(reportFor(layout), (report) => {
        const read = readText(renderReport(report, form, layout))
        expect(rowsOf(read)).toEqual(rowsOf(report))
        expect(read.document).toMatchObject({ oddRows: [], unplaced: [] })
      }),
      { seed: 20200415, numRuns: 60 },
    )
  })
})
