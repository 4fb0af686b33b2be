import type { Form, Report } from '@gouji/core'
import { readDocument } from '@gouji/intake'
import { describe, expect, test } from 'vitest'
import { renderHtml } from '../../packages/intake/test/support/render-html.js'
import { type PdfOptions, renderPdf } from '../../packages/intake/test/support/render-pdf.js'
import { renderReport } from '../../packages/intake/test/support/render-report.js'
import { form, nextForm, numbered } from '../../packages/intake/test/support/sample-report.js'
import { forms } from '../support/editions.js'
import { chromium } from '../support/pdf/chromium.js'
import { cellsOf, expectSame } from './as-printed.js'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const expectBack = async (name: string, bytes: Uint8Array, report: Report): Promise<void> =>
  expectSame((await readDocument({ name, bytes }, { forms })).report, report)

const printed: readonly (PdfOptions & { readonly name: string })[] = [
  { name: 'rows broken by pages', breaksRows: true, top: 300 },
  { name: 'pages counted as 第1页 共9页', footer: (page) => `第 ${page} 页 共 9 页` },
  { name: 'pages counted by a bare number', footer: String },
  {
    name: 'numbers that do not stand in the middle of their cells',
    shift: (text) => (/^\d+$/u.test(text) ? [4, 3] : [0, 0]),
  },
]

describe.each(printed)('PDF: $name', (options) => {
  test.each([form, nextForm])('$edition', (edition) => {
    const report = numbered(edition)
    return expectBack('report.pdf', renderPdf(report, edition, options), report)
  })
})

const told = [form, nextForm]

if (!chromium.isHere) console.log(`traps-of-print: ${told.length} skipped, as there is no Chromium to print with`)
describe.skipIf(!chromium.isHere)('PDF: a site’s page printed, with all that stands around the article', () => {
  test.each(told)('$edition', async (edition) => {
    const report = numbered(edition)
    const [bytes] = await chromium.make([encode(renderHtml(report, edition))])
    await expectBack('report.pdf', bytes!, report)
  })
})

interface TextTrap {
  readonly name: string
  readonly text: (report: Report, edition: Form) => string
}

const everyLines = (lines: readonly string[], count: number, between: (nth: number) => string): string =>
  lines.flatMap((line, at) => (at % count === count - 1 ? [line, between((at + 1) / count)] : [line])).join('\n')

const texts: readonly TextTrap[] = [
  {
    name: 'pages’ numbers among the rows',
    text: (report, edition) =>
      everyLines(renderReport(report, edition, 'tabs').trimEnd().split('\n'), 17, (nth) => `- ${nth} -`),
  },
  {
    name: 'what a page prints around the article',
    text: (report, edition) =>
      `索引号：00123456-7/2021-00012\n发布机构：某县某某局\n${renderReport(report, edition, 'lines')}\n【打印本页】【关闭窗口】\n字体大小：大 中 小\n`,
  },
]

describe.each(texts)('text: $name', ({ text }) => {
  test.each([form, nextForm])('$edition', (edition) => {
    const report = numbered(edition)
    return expectBack('report.txt', encode(text(report, edition)), report)
  })
})

test.each([form, nextForm])(
  'text: a row whose last cell stands on a line of its own is told, not guessed, $edition',
  async (edition) => {
    const report = numbered(edition)
    const text = renderReport(report, edition, 'tabs').replace(/^(.*\t1\.属于国家秘密\t.*)\t(\d+)$/mu, '$1\n$2')
    const { report: read } = await readDocument({ name: 'report.txt', bytes: encode(text) }, { forms })
    const { requests, ...others } = cellsOf(report)
    const { refusedStateSecret, ...rows } = requests!
    expect(cellsOf(read)).toEqual({ ...others, requests: { ...rows, refusedStateSecret: {} } })
    expect(read.document?.oddRows).toMatchObject([
      {
        row: '/sections/requests/tables/requests/rows/refusedStateSecret',
        cells: Object.values(refusedStateSecret!).slice(0, -1),
        expected: 7,
      },
    ])
  },
)
