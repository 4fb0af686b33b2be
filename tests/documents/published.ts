import type { DocumentInput } from '@gouji/intake'
import { renderDoc } from '../../packages/intake/test/support/render-doc.js'
import { type DocxOptions, renderDocx } from '../../packages/intake/test/support/render-docx.js'
import { type HtmlOptions, renderHtml } from '../../packages/intake/test/support/render-html.js'
import { renderPdf } from '../../packages/intake/test/support/render-pdf.js'
import { type Layout, layouts, renderReport } from '../../packages/intake/test/support/render-report.js'
import { renderXlsx, type XlsxOptions } from '../../packages/intake/test/support/render-xlsx.js'
import { chromium } from '../support/pdf/chromium.js'
import { libreOffice } from '../support/pdf/libre-office.js'
import type { PdfMaker } from '../support/pdf/maker.js'
import type { Sample } from './figures.js'

/** A way to publish a report. */
export interface Way {
  readonly name: string
  readonly mediaType: string
  /** Whether its documents tell a blank cell from none. */
  readonly showsBlanks: boolean
  /** Whether this machine has what it takes. */
  readonly isHere: boolean
  publish(samples: readonly Sample[]): Promise<readonly DocumentInput[]>
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const asFile = (
  name: string,
  ending: string,
  mediaType: string,
  render: (sample: Sample) => Uint8Array | Promise<Uint8Array>,
  showsBlanks = true,
): Way => ({
  name,
  mediaType,
  showsBlanks,
  isHere: true,
  publish: (samples) =>
    Promise.all(samples.map(async (sample) => ({ name: `${sample.name}.${ending}`, bytes: await render(sample) }))),
})

const asText = (layout: Layout): Way =>
  asFile(
    `text, ${layout}`,
    'txt',
    'text/plain',
    ({ report, form }) => encode(renderReport(report, form, layout)),
    !/dense|space/u.test(layout),
  )

const asHtml = (name: string, options?: HtmlOptions): Way =>
  asFile(name, 'html', 'text/html', ({ report, form }) => encode(renderHtml(report, form, options)))

const asDocx = (name: string, options?: DocxOptions): Way =>
  asFile(name, 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ({ report, form }) =>
    renderDocx(report, form, options),
  )

const asXlsx = (name: string, options: XlsxOptions): Way =>
  asFile(name, 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ({ report, form }) =>
    renderXlsx(report, form, options),
  )

/** Table 四 begins a page: LibreOffice breaks its head wherever a page ends, and prints the rest of it over the numbers. */
const withLastTableOnNewPage = (xml: string): string => {
  const heading = xml.lastIndexOf('</w:pPr>', xml.lastIndexOf('<w:tbl>'))
  return `${xml.slice(0, heading)}<w:pageBreakBefore/>${xml.slice(heading)}`
}

const printed = (maker: PdfMaker, from: Way): Way => ({
  name: `PDF of ${maker.name}`,
  mediaType: 'application/pdf',
  showsBlanks: true,
  isHere: maker.isHere,
  publish: async (samples) => {
    const documents = await from.publish(samples)
    const made = await maker.make(documents.map(({ bytes }) => bytes))
    return samples.map(({ name }, at) => ({ name: `${name}.pdf`, bytes: made[at]! }))
  },
})

/** Those that take nothing but this repository. */
export const written: readonly Way[] = [
  ...layouts.map(asText),
  asHtml('HTML'),
  asDocx('DOCX'),
  asXlsx('XLSX', { sheets: 'one' }),
  asXlsx('XLSX, a sheet a section', { sheets: 'each', isMerged: false }),
  asFile('DOC', 'doc', 'application/msword', ({ report, form }) => renderDoc(report, form)),
  asFile('PDF', 'pdf', 'application/pdf', ({ report, form }) => renderPdf(report, form)),
]

export const ways: readonly Way[] = [
  ...written,
  printed(libreOffice, asDocx('DOCX', { main: withLastTableOnNewPage })),
  printed(chromium, asHtml('HTML', { page: (article) => article })),
]
