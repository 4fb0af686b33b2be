import type { Form, Report } from '@gouji/core'
import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { IntakeError, type Limits, readDocument } from '../../src/index.js'
import { type PdfOptions, renderPdf } from '../support/render-pdf.js'
import { form, nextForm, numbered, rowsOf } from '../support/sample-report.js'
import { drawLine, drawText, PAGE, type PdfSource, writePdf } from '../support/write-pdf.js'

const forms = [form, nextForm]
const read = async (bytes: Uint8Array): Promise<Report> => {
  const { report, mediaType } = await readDocument({ name: 'report.pdf', bytes }, { forms })
  expect(mediaType).toBe('application/pdf')
  return report
}

test('the bytes of a Buffer are read, and stay its own', async () => {
  const bytes = Buffer.from(renderPdf(numbered(), form))
  const before = Buffer.from(bytes)
  expect(rowsOf(await read(bytes))).toEqual(rowsOf(numbered()))
  expect(bytes.equals(before)).toBe(true)
})

const roundTrip = (edition: Form, options?: PdfOptions) => read(renderPdf(numbered(edition), edition, options))

/** 123 in letters of 40 points over the middle of the page. */
const watermark = (turn: string) =>
  `q 0.8 g ${drawText('123', 0, 0, 40).replace('1 0 0 1 0.00 0.00', `${turn} 300 400`)} Q`

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

  test.each<readonly [string, PdfOptions]>([
    ['a header printed again on each page', { repeatsHeader: true, top: 200 }],
    ['rows broken under a header printed again', { repeatsHeader: true, breaksRows: true, top: 230 }],
    ['pages lying on their side', { page: (operators) => `q 0 0.7 -0.7 0 595 0 cm\n${operators}\nQ` }],
    ['pages upside down', { page: (operators) => `q -1 0 0 -1 595 842 cm\n${operators}\nQ` }],
    ['a watermark across the page', { page: (operators) => `${operators}\n${watermark('0.7 0.7 -0.7 0.7')}` }],
    ['a watermark in large letters', { page: (operators) => `${operators}\n${watermark('1 0 0 1')}`, top: 400 }],
    ['page numbers without a mark', { footer: String, top: 200 }],
    ['page numbers of all', { footer: (page) => `第${page}页 共3页`, top: 200 }],
    [
      'numbers that stand out of the middle of their cells',
      { shift: (text) => (/^\d+$/u.test(text) ? [4, 2] : [0, 0]) },
    ],
  ])('%s', async (_, options) => {
    const found = await roundTrip(edition, options)
    expect(rowsOf(found)).toEqual(rowsOf(report))
    expect(found.document).toMatchObject({ oddRows: [], unplaced: [] })
    for (const { id } of edition.sections) expect(found.sections[id]?.text).toBe(report.sections[id]?.text)
  })

  test('without lines what surely stands in a cell is read, and the rest is told', async () => {
    const found = await roundTrip(edition, { isRuled: false })
    const expected = rowsOf(report)
    let cells = 0
    for (const [table, rows] of Object.entries(rowsOf(found)))
      for (const [row, values] of Object.entries(rows))
        for (const [column, value] of Object.entries(values)) {
          expect(value, `${table} ${row} ${column}`).toBe(expected[table]?.[row]?.[column])
          cells++
        }
    expect(cells).toBeGreaterThan(100)
  })

  test.each(Array.from({ length: 10 }, (_, at) => 60 + at * 73))(
    'wherever pages end: text from %i points down, rows broken',
    async (top) => {
      const found = await roundTrip(edition, { top, breaksRows: true })
      expect(found.document).toMatchObject({ oddRows: [], unplaced: [] })
      expect(rowsOf(found)).toEqual(rowsOf(report))
    },
  )
})

describe('places', () => {
  test('a cell has its page, and its box from the page’s top left corner', async () => {
    const { document } = await roundTrip(form)
    const { page, box = [] } = document?.places['/sections/requests/tables/requests/rows/resultsTotal/natural'] ?? {}
    expect(page).toBe(2)
    const [x = 0, y = 0, width = 0, height = 0] = box
    expect(x).toBeGreaterThan(PAGE.width / 3)
    expect(x + width).toBeLessThan(PAGE.width - 80)
    expect(y).toBeGreaterThan(72)
    expect(height).toBeLessThan(40)
    expect(document?.places['/title']).toMatchObject({ page: 1 })
  })
})

describe('what a page shows', () => {
  const title = drawText('某县某某局2020年政府信息公开工作年度报告', 100, 760, 14)
  const heading = (text: string, y: number) => drawText(text, 108, y, 14)
  const pageOf = (...operators: string[]) => operators.join('\n')
  const picture = { 100: picturesObject() }
  const scan = 'q 500 0 0 700 40 60 cm /Im1 Do Q'
  const resources = '/XObject << /Im1 100 0 R >>'
  const first = pageOf(title, heading('一、总体情况', 700), drawText('说明有关情况的一段文字。', 108, 670, 14))
  const last = pageOf(
    heading('四、政府信息公开行政复议、行政诉讼情况', 700),
    heading('五、存在的主要问题及改进情况', 650),
  )

  test('a page that is a picture is told, and the sections that it may hold', async () => {
    const { document } = await read(writePdf({ pages: [first, scan, last], objects: picture, resources }))
    expect(document?.notices).toEqual([{ code: 'unread-page', place: { page: 2 } }])
    expect(document?.unread).toEqual(['overview', 'disclosure', 'requests'])
  })

  test('a scan with a page number is a scan', async () => {
    const pages = [first, `${scan}\n${drawText('- 2 -', 280, 40, 10)}`, last]
    const { document } = await read(writePdf({ pages, objects: picture, resources }))
    expect(document?.unread).toEqual(['overview', 'disclosure', 'requests'])
  })

  test('a scan with the text that a machine took it for behind it is a scan', async () => {
    const behind = `3 Tr ${drawText('二、主动公开政府信息情况，一段机器认出的文字', 108, 700, 14)}`
    const pages = [first, `${scan}\n${behind}`, last]
    const found = await read(writePdf({ pages, objects: picture, resources }))
    expect(found.document?.unread).toEqual(['overview', 'disclosure', 'requests'])
    expect(found.sections).not.toHaveProperty('disclosure')
  })

  test('an empty page is no scan', async () => {
    const { document } = await read(writePdf({ pages: [first, '', last] }))
    expect(document).not.toHaveProperty('unread')
  })

  test('a frame around a page is no table', async () => {
    const [l, b, r, t] = [60, 60, PAGE.width - 60, PAGE.height - 60]
    const frame = [drawLine(l, b, r, b), drawLine(l, t, r, t), drawLine(l, b, l, t), drawLine(r, b, r, t)]
    const found = await read(writePdf({ pages: [pageOf(first, ...frame), last] }))
    expect(found.sections.overview?.text).toBe('说明有关情况的一段文字。')
  })

  test('radicals of a font’s map are the characters that they look like', async () => {
    const found = await read(writePdf({ pages: [first.replace('6709', '2f49'), last] }))
    expect(found.sections.overview?.text).toBe('说明月关情况的一段文字。')
  })
})

describe('what cannot be read', () => {
  const codeOf = async (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<string> =>
    readDocument({ name: 'a.pdf', bytes }, { forms, limits }).then(
      () => 'read',
      (error: unknown) => (error instanceof IntakeError ? error.code : `broke: ${error}`),
    )
  const page = drawText('某县某某局2020年政府信息公开工作年度报告', 100, 760, 14)
  const hex = '<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>'
  const cases: readonly (readonly [string, PdfSource, string])[] = [
    [
      'a password',
      {
        pages: [page],
        trailer: `/ID [${hex} ${hex}] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex} /U ${hex} /P -44 >>`,
      },
      'ENCRYPTED',
    ],
    [
      'pictures alone',
      {
        pages: ['q 500 0 0 700 40 60 cm /Im1 Do Q'],
        objects: { 100: picturesObject() },
        resources: '/XObject << /Im1 100 0 R >>',
      },
      'NO_TEXT',
    ],
    [
      'a page tree that is its own child',
      { pages: [page], objects: { 2: '<< /Type /Pages /Kids [2 0 R] /Count 100000 >>' } },
      'DAMAGED',
    ],
    [
      'more pages than any report',
      { pages: [page], objects: { 2: `<< /Type /Pages /Kids [${'10 0 R '.repeat(2001)}] /Count 2001 >>` } },
      'TOO_LARGE',
    ],
    [
      'a form that draws itself',
      {
        pages: [`${page}\n/Fm1 Do`],
        objects: { 100: formObject('/Fm1 Do') },
        resources: '/XObject << /Fm1 100 0 R >>',
      },
      'read',
    ],
    [
      'contents that are their own length',
      { pages: [page], objects: { 11: '<< /Length 11 0 R >>\nstream\nendstream' } },
      'EMPTY',
    ],
    ['an empty page', { pages: [''] }, 'EMPTY'],
  ]
  test.each(cases)('%s', { timeout: 20_000 }, async (_, source, code) => {
    expect(await codeOf(writePdf(source))).toBe(code)
  })

  test('a file cut off', async () => {
    const whole = renderPdf(numbered(form), form)
    for (const part of [0.05, 0.5, 0.99])
      expect(await codeOf(whole.subarray(0, whole.length * part)), `${part}`).toBe('DAMAGED')
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\n'))).toBe('DAMAGED')
  })

  test('a stream that unpacks to more than the limit, or is packed twice', async () => {
    const packed = (filter: string) => {
      const bytes = zlibSync(new Uint8Array(3_000_000))
      const stream = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
      return writePdf({
        pages: [page],
        objects: { 11: `<< /Length ${bytes.length} /Filter ${filter} >>\nstream\n${stream}\nendstream` },
      })
    }
    const limits = { unpackedBytes: 2_000_000 }
    expect(await codeOf(packed('/FlateDecode'), limits)).toBe('TOO_LARGE')
    expect(await codeOf(packed('/FlateDecode'))).toBe('EMPTY')
    expect(await codeOf(packed('[/FlateDecode /FlateDecode]'))).toBe('DAMAGED')
  })

  test('lines without end are a drawing', { timeout: 20_000 }, async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => drawLine(at % 590, 10, at % 590, 800)).join('\n')
    expect(await codeOf(writePdf({ pages: [`${page}\n${lines}`] }))).toBe('read')
  })
})

function picturesObject(): string {
  return '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream'
}

function formObject(content: string): string {
  return `<< /Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /XObject << /Fm1 100 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`
}
