import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type Cell, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { IntakeError, type Limits, readDocument } from '../../src/index.js'
import { renderXlsx, type XlsxOptions } from '../support/render-xlsx.js'
import { form, nextForm, numbered, rowsOf } from '../support/sample-report.js'

const forms = [form, nextForm]
const read = async (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
  (await readDocument({ name: '年报.xlsx', bytes }, { forms, limits })).report

const codeOf = async (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<string> => {
  try {
    await read(bytes, limits)
    return 'read'
  } catch (error) {
    expect(error).toBeInstanceOf(IntakeError)
    return (error as IntakeError).code
  }
}

const layouts: readonly (readonly [string, XlsxOptions])[] = [
  ['on one sheet', { sheets: 'one' }],
  ['on a sheet each', { sheets: 'each' }],
  ['on one sheet, its text not merged', { sheets: 'one', isMerged: false }],
  ['on a sheet each, its text not merged', { sheets: 'each', isMerged: false }],
  ['away from the corner', { sheets: 'one', margin: 2 }],
]

describe.each([
  ['60号', form],
  ['30号', nextForm],
] as const)('a report of %s comes back as it was', (_, edition) => {
  test.each(layouts)('%s', async (_name, options) => {
    const printed = numbered(edition)
    const back = await read(await renderXlsx(printed, edition, options))
    expect(rowsOf(back)).toEqual(rowsOf(printed))
    const said = ({ sections }: typeof back) => Object.values(sections).map(({ heading, text }) => [heading, text])
    expect(said(back)).toEqual(said(printed))
    expect(back).toMatchObject({ title: printed.title, preface: printed.preface, publishedOn: printed.publishedOn })
    expect(back.document?.unplaced).toEqual([])
    expect(back.document?.oddRows).toEqual([])
  })
})

const report = numbered(nextForm)
const ROWS = '/sections/requests/tables/requests/rows'

test('every cell, heading and line of text has its address', async () => {
  const { document } = await read(await renderXlsx(report, nextForm, { sheets: 'each' }))
  expect(document?.places['/title']).toEqual({ sheet: '第1页', address: 'A1' })
  expect(document?.places['/sections/requests/heading']).toEqual({ sheet: '第4页', address: 'A1' })
  expect(document?.places[`${ROWS}/received/natural`]).toEqual({ sheet: '第4页', address: 'D5' })
  expect(document?.places[`${ROWS}/granted/total`]).toEqual({ sheet: '第4页', address: 'J7' })
  expect(document?.paragraphs?.['/sections/problems/text']).toEqual([
    { sheet: '第6页', address: 'A2' },
    { sheet: '第6页', address: 'A3' },
  ])
})

test('a column past Z has an address of two letters', async () => {
  const bytes = await renderXlsx(report, nextForm, { sheets: 'one', margin: 30 })
  expect((await read(bytes)).document?.places['/title']?.address).toBe('AE31')
})

/** The first cell of the second table, by its number. */
const RECEIVED = 1011

type Change = (cell: { readonly sheet: WriteSheet; readonly row: number; readonly column: number }) => WriteSheet

const withChange = (change: Change): Promise<Uint8Array> =>
  renderXlsx(report, nextForm, {
    sheets: 'one',
    change: ([sheet]) => {
      const { rows = [] } = sheet!
      const row = rows.findIndex((cells) => cells.includes(RECEIVED))
      return [change({ sheet: sheet!, row, column: rows[row]!.indexOf(RECEIVED) })]
    },
  })

const withCell = (cell: Partial<Cell>): Promise<Uint8Array> =>
  withChange(({ sheet, row, column }) => ({ ...sheet, cells: new Map([[`${row},${column}`, cell]]) }))

const receivedIn = async (bytes: Uint8Array): Promise<unknown> => rowsOf(await read(bytes)).requests?.received?.natural

const styled = (value: number, numFmt: string): Partial<Cell> => ({ value, style: { numFmt } })

describe('a cell has what it shows', () => {
  const cases: readonly (readonly [string, Partial<Cell>, unknown])[] = [
    ['a number stored as text', { value: '12' }, 12],
    ['the dust of binary fractions', { value: 0.1 + 0.2 }, 0.3],
    ['a decimal', { value: 59237.2449 }, 59237.2449],
    ['a large number', { value: Number.MAX_SAFE_INTEGER }, Number.MAX_SAFE_INTEGER],
    ['a negative zero', { value: -0 }, 0],
    ['thousands parted', styled(1170, '#,##0'), 1170],
    ['fewer digits shown', styled(12.345, '0.0'), 12.345],
    ['a unit in the format', styled(12, '0"件"'), 12],
    ['an accounting format', styled(1170, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '), 1170],
    ['a colour and a condition', styled(12, '[Red][>10]0;[Color3]0'), 12],
    ['a percentage', styled(0.5, '0%'), '50%'],
    ['thousands left out', styled(12_345_678, '#,##0,'), '12,346'],
    ['a day', styled(44216, 'yyyy"年"m"月"d"日"'), '2021年1月20日'],
    ['a formula with what it came to', { formula: 'SUM(A1:A2)', formulaResult: 3 }, 3],
    ['a formula with a text', { formula: 'A1&"件"', formulaResult: '12件' }, '12件'],
    ['a formula of which nothing is kept', { formula: 'SUM(A1:A2)' }, '=SUM(A1:A2)'],
    ['text whose runs look different', { richText: [{ text: '1' }, { text: '2', font: { bold: true } }] }, 12],
    ['a truth', { value: true }, 'TRUE'],
    ['white space', { value: ' \u3000' }, null],
    ['a placeholder', { value: '/' }, '/'],
  ]
  test.each(cases)('%s', async (_, cell, expected) => {
    expect(await receivedIn(await withCell(cell))).toBe(expected)
  })
})

/** The workbook with other XML of its parts, by their names. */
const withXml = (bytes: Uint8Array, change: Readonly<Record<string, (xml: string) => string>>): Uint8Array => {
  const parts = unzipSync(bytes)
  for (const [name, edit] of Object.entries(change))
    parts[name] = strToU8(edit(strFromU8(parts[name] ?? new Uint8Array())))
  return zipSync(parts)
}

const SHEET = 'xl/worksheets/sheet1.xml'
const plain = await renderXlsx(report, nextForm, { sheets: 'one' })
const withSheet = (edit: (xml: string) => string): Uint8Array => withXml(plain, { [SHEET]: edit })
const withV = (attributes: string, content: string): Uint8Array =>
  withSheet((xml) => xml.replace(/<c r="(\w+)"[^>]*><v>1011<\/v><\/c>/u, `<c r="$1" ${attributes}>${content}</c>`))

describe('a cell as other programs write it', () => {
  const cases: readonly (readonly [string, string, string, unknown])[] = [
    ['a blank', 's="1"', '', null],
    ['an error', 't="e"', '<f>A1</f><v>#REF!</v>', '#REF!'],
    [
      'text in the cell itself',
      't="inlineStr"',
      '<is><r><t>1</t></r><r><t>2</t></r><rPh sb="0"><t>x</t></rPh></is>',
      12,
    ],
    ['a text of a formula', 't="str"', '<f>A1</f><v>12</v>', 12],
    ['a blank text of a formula', 't="str"', '<f>A1</f><v></v>', null],
    ['a formula shared by cells', '', '<f t="shared" si="0"/>', '='],
    ['a formula with an empty value', '', '<f>A1</f><v/>', '=A1'],
    ['digits that a number cannot hold', '', '<v>330102199001011234</v>', '330102199001011234'],
    ['digits with an exponent', '', '<v>1.2E1</v>', 12],
    ['a day as a text', 't="d"', '<v>2021-01-20</v>', '2021-01-20'],
    ['what is no number', '', '<v>12abc</v>', '12abc'],
    ['a character that XML cannot hold', 't="str"', '<v>1_x000D_2</v>', '1 2'],
  ]
  test.each(cases)('%s', async (_, attributes, content, expected) => {
    expect(await receivedIn(withV(attributes, content))).toBe(expected)
  })

  test('rows and cells without addresses stand one after the other', async () => {
    const bytes = withSheet((xml) => {
      let row = 0
      return xml.replaceAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gu, (_, number: string, cells: string) => {
        let column = 0
        const gaps = '<row/>'.repeat(Number(number) - row - 1)
        row = Number(number)
        const plainCells = cells.replaceAll(/<c r="([A-Z]+)\d+"/gu, (_cell, letter: string) => {
          const at = letter.charCodeAt(0) - 64
          const blanks = '<c/>'.repeat(at - column - 1)
          column = at
          return `${blanks}<c`
        })
        return `${gaps}<row>${plainCells}</row>`
      })
    })
    expect(rowsOf(await read(bytes))).toEqual(rowsOf(report))
  })

  test('a strict workbook with a prefix', async () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll(/(<\/?)(?=[a-zA-Z])/gu, '$1x:')
        .replace(
          'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
          'xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"',
        )
    const bytes = withXml(plain, { [SHEET]: strict, 'xl/sharedStrings.xml': strict, 'xl/workbook.xml': strict })
    expect(rowsOf(await read(bytes))).toEqual(rowsOf(report))
  })

  test('days counted from 1904', async () => {
    const bytes = withXml(await withCell(styled(44216 - 1462, 'yyyy/m/d')), {
      'xl/workbook.xml': (xml) =>
        xml.replace(
          /<workbookPr[^>]*\/>|<sheets>/u,
          (all) => `<workbookPr date1904="1"/>${all === '<sheets>' ? all : ''}`,
        ),
    })
    expect(await receivedIn(bytes)).toBe('2021/1/20')
  })
})

describe('what is not printed is not read', () => {
  const extra: WriteSheet = { name: '底稿', rows: [['一、总体情况'], ['底稿里的话。']] }

  test.each([{ hidden: true }, { veryHidden: true }])('a sheet, %o', async (state) => {
    const bytes = await renderXlsx(report, nextForm, {
      sheets: 'one',
      change: (all) => [{ ...extra, ...state }, ...all],
    })
    expect((await read(bytes)).sections).toEqual((await read(plain)).sections)
  })

  test('a row', async () => {
    const bytes = await withChange(({ sheet, row }) => {
      const rows = [...(sheet.rows ?? [])]
      rows.splice(row + 1, 0, ['底稿', null, null, 7, 7, 7, 7, 7, 7, 7])
      const merges = sheet.merges?.map((area) => ({
        ...area,
        startRow: area.startRow + (area.startRow > row ? 1 : 0),
        endRow: area.endRow + (area.endRow > row ? 1 : 0),
      }))
      return { ...sheet, rows, merges: merges ?? [], rowDefs: new Map([[row + 1, { hidden: true }]]) }
    })
    expect(rowsOf(await read(bytes))).toEqual(rowsOf(report))
  })

  test('a column', async () => {
    const change = ([sheet]: readonly WriteSheet[]): readonly WriteSheet[] => {
      const rows = (sheet!.rows ?? []).map((cells, at) => [
        at % 2 ? '底稿' : 5,
        ...Array.from(cells, (cell) => cell ?? null),
      ])
      const merges = sheet!.merges?.map((area) => ({ ...area, startCol: area.startCol + 1, endCol: area.endCol + 1 }))
      return [{ ...sheet!, rows, merges: merges ?? [], columns: [{ hidden: true }] }]
    }
    const bytes = await renderXlsx(report, nextForm, { sheets: 'one', change })
    expect(rowsOf(await read(bytes))).toEqual(rowsOf(report))
  })

  test('a cell under a merged one', async () => {
    const bytes = await withChange(({ sheet, row, column }) => ({
      ...sheet,
      rows: (sheet.rows ?? []).map((cells, at) => (at === row ? cells.with(column - 1, '底稿') : cells)),
    }))
    expect(rowsOf(await read(bytes))).toEqual(rowsOf(report))
  })
})

test('text in one cell with line breaks is as many paragraphs', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '1',
        rows: [
          ['某县某某局2020年政府信息公开工作年度报告'],
          ['一、总体情况\n第一段。\n第二段。'],
          ['五、存在的主要问题及改进情况'],
        ],
      },
    ],
  })
  expect((await read(bytes)).sections.overview).toMatchObject({ heading: '一、总体情况', text: '第一段。\n第二段。' })
})

describe('a hostile workbook', () => {
  const cell = (address: string, text: string) => `<c r="${address}" t="str"><v>${text}</v></c>`
  const sheetOf = (rows: string, more = ''): Uint8Array =>
    withSheet((xml) => xml.replace(/<sheetData.*$/su, `<sheetData>${rows}</sheetData>${more}</worksheet>`))
  const far = `<row r="1">${cell('A1', '2020年政府信息公开工作年度报告')}</row><row r="2">${cell('A2', '一、总体情况')}</row><row r="3">${cell('A3', '话。')}</row>`

  test('says it is as large as a sheet can be', async () => {
    const bytes = withSheet((xml) =>
      xml.replace(
        /<dimension[^>]*\/>|<sheetData>/u,
        (all) => `<dimension ref="A1:XFD1048576"/>${all === '<sheetData>' ? all : ''}`,
      ),
    )
    expect(rowsOf(await read(bytes))).toEqual(rowsOf(report))
  })

  test('has two cells as far apart as can be', async () => {
    const bytes = sheetOf(`${far}<row r="1048576">${cell('XFD1048576', '话。')}</row>`)
    expect((await read(bytes)).sections.overview?.text).toBe('话。\n话。')
  })

  test('merges a whole sheet', async () => {
    const merged = '<mergeCells count="1"><mergeCell ref="A4:XFD1048576"/></mergeCells>'
    const bytes = sheetOf(
      `${far}<row r="4">${cell('A4', '又一段。')}</row><row r="9">${cell('C9', '底稿。')}</row>`,
      merged,
    )
    expect((await read(bytes)).sections.overview?.text).toBe('话。\n又一段。')
  })

  test('merges the same cells again and again', async () => {
    const wide = `<row r="1">${cell('A1', '一、总体情况')}${cell('XFD1', '话。')}</row>`
    const merged = `<mergeCells>${'<mergeCell ref="A2:XFD1048576"/>'.repeat(20_000)}</mergeCells>`
    const rows = `${wide}<row r="2">${cell('A2', '话。')}</row>`
    expect(await codeOf(sheetOf(rows, merged))).toBe('TOO_LARGE')
  })

  test('has rows of which each reaches to the last column', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `<row r="${at + 1}">${cell(`A${at + 1}`, '1')}${cell(`XFD${at + 1}`, '1')}</row>`,
    )
    expect(await codeOf(sheetOf(rows.join('')))).toBe('TOO_LARGE')
  })

  test('hides rows without end', async () => {
    const hidden = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 4}" hidden="1"/>`).join('')
    const merged = Array.from({ length: 20_000 }, (_, at) => `<mergeCell ref="A${at + 4}:A1048576"/>`).join('')
    const bytes = sheetOf(`${far}${hidden}`, `<mergeCells>${merged}</mergeCells>`)
    expect((await read(bytes)).sections.overview?.text).toBe('话。')
  })

  const damaged: readonly (readonly [string, Uint8Array])[] = [
    ['is cut off', plain.subarray(0, plain.length - 200)],
    ['has entities', withSheet((xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'))],
    ['refers to a string that is not there', withV('t="s"', '<v>99999</v>')],
    ['has a cell outside its sheet', sheetOf(`<row r="1">${cell('ZZZ1', '话。')}</row>`)],
    ['has a row outside its sheet', sheetOf(`<row r="9999999">${cell('A9999999', '话。')}</row>`)],
    ['lacks a sheet', withXml(plain, { 'xl/workbook.xml': (xml) => xml.replaceAll(/r:id="[^"]*"/gu, 'r:id="x"') })],
    ['has a sheet that is none', withXml(plain, { [SHEET]: () => '<html/>' })],
  ]
  test.each(damaged)('%s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('DAMAGED')
  })

  test('unpacks to more than is allowed', async () => {
    const bytes = zipSync({ ...unzipSync(plain), 'xl/media/image1.bin': new Uint8Array(3_000_000) })
    expect(await codeOf(bytes, { unpackedBytes: 2_000_000 })).toBe('TOO_LARGE')
  })

  test('has a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: '1', rows: [['一']] }],
      encryption: { password: 'x', spinCount: 1 },
    })
    expect(await codeOf(bytes)).toBe('ENCRYPTED')
  })

  test('has nothing', async () => {
    expect(await codeOf(await writeXlsx({ sheets: [{ name: '1', rows: [] }] }))).toBe('EMPTY')
  })
})
