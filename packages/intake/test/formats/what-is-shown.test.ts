import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/index.js'
import { paragraph, renderDocx } from '../support/render-docx.js'
import { renderHtml } from '../support/render-html.js'
import { renderPdf } from '../support/render-pdf.js'
import { form, numbered, rowsOf } from '../support/sample-report.js'
import { drawText } from '../support/write-pdf.js'

const report = numbered(form)
const encode = (text: string) => new TextEncoder().encode(text)
const read = async (name: string, bytes: Uint8Array) => (await readDocument({ name, bytes }, { forms: [form] })).report
const html = (change: (page: string) => string) => read('a.html', encode(change(renderHtml(report, form))))
const docx = (change: (xml: string) => string) => read('a.docx', renderDocx(report, form, { main: change }))
const received = (found: Awaited<ReturnType<typeof read>>) => rowsOf(found).requests?.received

describe('what stands beside a number is no digit of it', () => {
  test.each([
    ['struck out', '<span style="text-decoration: line-through">99</span>1026', 1026],
    ['not visible', '<span style="visibility:hidden">9</span>1026', 1026],
    ['of no size', '<font style="font-size:0px">9</font>1026', 1026],
    ['hidden by Word', '<span style="mso-hide:all">9</span>1026', 1026],
    ['raised by a style', '1026<span style="vertical-align: super">1</span>', '1026(1)'],
    ['lowered', '1026<sub>2</sub>', '1026(2)'],
    ['typed into a field', '<input value="1026">', 1026],
    ['a field beside it', '<input value="4">1026', '4 1026'],
  ])('HTML: %s', async (_, markup, value) => {
    expect(received(await html((page) => page.replace('>1026<', `>${markup}<`)))?.natural).toBe(value)
  })

  test.each([
    ['struck out', '<w:r><w:rPr><w:strike/></w:rPr><w:t>99</w:t></w:r><w:r><w:t>1026</w:t></w:r>', 1026],
    [
      'raised',
      '<w:r><w:t>1026</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>',
      '1026(1)',
    ],
  ])('DOCX: %s', async (_, runs, value) => {
    const run = /<w:r(?: [^>]*)?>(?:(?!<\/w:r>).)*>1026<\/w:t><\/w:r>/u
    expect(received(await docx((xml) => xml.replace(run, runs)))?.natural).toBe(value)
  })

  test.each([
    [
      'drawn twice to look bold',
      (all: string) => `${all}\n${all.replaceAll(/1 0 0 1 (\S+)/g, (_, x) => `1 0 0 1 ${Number(x) + 0.3}`)}`,
      1026,
    ],
  ])('PDF: %s', async (_, page, value) => {
    const found = await read('a.pdf', renderPdf(report, form, { page }))
    expect(received(found)?.natural).toBe(value)
    expect(rowsOf(found)).toEqual(rowsOf(report))
  })

  test('PDF: other digits over it make it unreadable', async () => {
    const { document } = await read('a.pdf', renderPdf(report, form))
    const { page = 0, box: [x = 0, y = 0, , height = 0] = [] } =
      document?.places['/sections/requests/tables/requests/rows/received/natural'] ?? {}
    let number = 0
    const over = (operators: string) =>
      ++number === page ? `${operators}\n${drawText('77', x + 14, 842 - y - height / 2 - 3, 9)}` : operators
    expect(received(await read('a.pdf', renderPdf(report, form, { page: over })))?.natural).toMatch(
      /^1026 +77$|^77 +1026$/,
    )
  })
})

describe('a picture is not taken for a blank', () => {
  test('in a cell', async () => {
    const drawing = '<w:r><w:drawing><wp:inline/></w:drawing></w:r>'
    const run = /<w:r(?: [^>]*)?>(?:(?!<\/w:r>).)*>1026<\/w:t><\/w:r>/u
    expect(received(await docx((xml) => xml.replace(run, drawing)))?.natural).toBe('〔图片〕')
    for (const markup of ['<img src="1.png">', '<select><option>1026</select>', '<svg><text>1026</text></svg>'])
      expect(received(await html((page) => page.replace('>1026<', `>${markup}<`)))?.natural, markup).toBe('〔图片〕')
    const spacer = '<img src="spacer.gif" width="1" height="1">'
    expect(received(await html((page) => page.replace('>1026<', `>${spacer}<`)))?.natural).toBeNull()
  })

  test('in a table’s place', async () => {
    const { tables: _, ...requests } = report.sections.requests!
    const picture = paragraph('<w:r><w:drawing><wp:inline/></w:drawing></w:r>')
    const without = { ...report, sections: { ...report.sections, requests } }
    const heading = /(三、收到和处理政府信息公开申请情况<\/w:t><\/w:r><\/w:p>)/u
    const found = await read(
      'a.docx',
      renderDocx(without, form, { main: (xml) => xml.replace(heading, `$1${picture}`) }),
    )
    expect(found.document?.unplaced).toMatchObject([{ pointer: '/sections/requests', text: '〔图片〕' }])
    expect(found.sections.requests?.text).toBe('')
  })

  test('in a text it is nothing', async () => {
    const found = await html((page) => page.replaceAll('</p>', '<img src="a.png"></p><p><img src="b.png"></p>'))
    expect(rowsOf(found)).toEqual(rowsOf(report))
    for (const { id } of form.sections) expect(found.sections[id]?.text).toBe(report.sections[id]?.text)
    expect(found.document?.unplaced).toEqual([])
  })
})

describe('a table', () => {
  test('whose columns stand in another order is read by its header', async () => {
    const found = await html((page) => page.replace(/(商业企业)([\s\S]*?)(科研机构)/u, '$3$2$1'))
    expect(received(found)).toMatchObject({ natural: 1026, business: 1028, research: 1027, nonprofit: 1029 })
  })

  test('with a note between its rows is one table', async () => {
    const note = '<tr><td colspan="10">注：以上数据含2019年结转3件，不含街道办事处。</td></tr>'
    const found = await html((page) => page.replace(/(<tr>\s*<td[^>]*><p[^>]*>二、上年结转)/u, `${note}$1`))
    expect(rowsOf(found)).toEqual(rowsOf(report))
    expect(found.document).toMatchObject({ oddRows: [], unplaced: [] })
  })
})
