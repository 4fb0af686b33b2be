import type { Form, Report } from '@gouji/core'
import { expect, test } from 'vitest'
import { readDocument } from '../../src/index.js'
import { type HtmlOptions, renderHtml } from '../support/render-html.js'
import { form, nextForm, numbered, rowsOf } from '../support/sample-report.js'

const full = numbered()

const readPage = async (page: string, forms: readonly Form[] = [form, nextForm]): Promise<Report> =>
  (await readDocument({ name: 'report.html', bytes: new TextEncoder().encode(page) }, { forms })).report

const readRendered = (options: HtmlOptions = {}) => readPage(renderHtml(full, form, options))

/** Every cell, heading and text as they went in, and nothing left over. */
const expectIntact = (report: Report, source: Report = full) => {
  expect(rowsOf(report)).toEqual(rowsOf(source))
  expect(report.document).toMatchObject({ oddRows: [], unplaced: [] })
  expect({ ...report, document: undefined }).toMatchObject({
    title: source.title,
    preface: source.preface,
    publishedOn: source.publishedOn,
  })
  for (const [id, { heading, text }] of Object.entries(source.sections))
    expect(report.sections[id]).toMatchObject({ heading, text })
}

test.each([form, nextForm])('a site’s page of the $edition edition', async (edition) => {
  const source = numbered(edition)
  expectIntact(await readPage(renderHtml(source, edition)), source)
})
