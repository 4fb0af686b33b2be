import type { Form, Report } from '@gouji/core'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/index.js'
import { type PdfOptions, renderPdf } from '../support/render-pdf.js'
import { form, nextForm, numbered, rowsOf } from '../support/sample-report.js'

const forms = [form, nextForm]
const read = async (bytes: Uint8Array): Promise<Report> => {
  const { report, mediaType } = await readDocument({ name: 'report.pdf', bytes }, { forms })
  expect(mediaType).toBe('application/pdf')
  return report
}
const roundTrip = (edition: Form, options?: PdfOptions) => read(renderPdf(numbered(edition), edition, options))

describe.each([
  ['60号', form],
  ['30号', nextForm],
])('a ruled report of %s', (_, edition) => {
  const report = numbered(edition)

  test('comes back whole: cells, headings, text, title, year, date, body', async () => {
    const found = await roundTrip(edition)
    expect(rowsOf(found)).toEqual(rowsOf(report))
    expect(found.document).toMatchObject({ oddRows: [], unplaced: [] })
    for (const { id } of edition.sections) {
      expect(found.sections[id]?.heading).toBe(report.sections[id]?.heading)
      expect(found.sections[id]?.text).toBe(report.sections[id]?.text)
    }
    expect(found).toMatchObject({
      title: report.title,
      preface: report.preface,
      year: 2020,
      publishedOn: report.publishedOn,
      body: { name: '某县某某局' },
    })
  })

  test.each(Array.from({ length: 24 }, (_, at) => 60 + at * 31))(
    'wherever pages end: text from %i points down, rows broken',
    async (top) => {
      const found = await roundTrip(edition, { top, breaksRows: true })
      expect(found.document).toMatchObject({ oddRows: [], unplaced: [] })
      expect(rowsOf(found)).toEqual(rowsOf(report))
    },
  )
})
