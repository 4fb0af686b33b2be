import { describe, expect, test } from 'vitest'
import { IntakeError, type Limits, readDocument } from '../../src/index.js'
import {
  DELETED,
  type DocOptions,
  type DocPart,
  docOf,
  HIDDEN,
  oleOf,
  renderDoc,
  rowOf,
} from '../support/render-doc.js'
import { form, nextForm, numbered, rowsOf } from '../support/sample-report.js'

const forms = [form, nextForm]
const read = async (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
  (await readDocument({ name: '年报.doc', bytes }, { forms, limits })).report

const codeOf = async (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<string> => {
  try {
    await read(bytes, limits)
    return 'read'
  } catch (error) {
    expect(error).toBeInstanceOf(IntakeError)
    return (error as IntakeError).code
  }
}

const HEADING = { text: '一、总体情况\r' }
const END = { text: '五、存在的主要问题及改进情况\r' }

/** The overview's paragraphs, where the parts stand between its heading and the next. */
const linesOf = async (parts: readonly DocPart[], options: DocOptions = {}): Promise<readonly string[]> =>
  ((await read(docOf([HEADING, ...parts, END], options))).sections.overview?.text ?? '').split('\n')

const report = numbered(nextForm)

describe('a report comes back as it was, and its tables are said to be unsure', () => {
  test.each([
    ['60号', form, {}],
    ['30号', nextForm, {}],
    ['with the properties of its rows elsewhere', nextForm, { areElsewhere: true }],
  ])('%s', async (_, edition, options) => {
    const printed = numbered(edition)
    const back = await read(renderDoc(printed, edition, options))
    expect(rowsOf(back)).toEqual(rowsOf(printed))
    const said = ({ sections }: typeof back) => Object.values(sections).map(({ heading, text }) => [heading, text])
    expect(said(back)).toEqual(said(printed))
    expect(back.document?.notices).toEqual([{ code: 'unsure-tables' }])
  })

  test('its media type is told', async () => {
    const { mediaType } = await readDocument({ name: 'x', bytes: renderDoc(report, nextForm) }, { forms })
    expect(mediaType).toBe('application/msword')
  })
})

describe('the text', () => {
  test.each<readonly [string, readonly DocPart[], readonly string[]]>([
    [
      'deleted and hidden text is left out',
      [{ text: '甲' }, { text: '乙', characters: DELETED }, { text: '丙', characters: HIDDEN }, { text: '丁。\r' }],
      ['甲丁。'],
    ],
    [
      'a deleted mark joins the paragraph to the next',
      [{ text: '甲' }, { text: '\r', characters: DELETED }, { text: '乙。\r' }],
      ['甲乙。'],
    ],
    // The number of this property ends in the same bits as that of deleted text.
    ['spaced text is kept', [{ text: '甲', characters: [0x40, 0x88, 21, 0] }, { text: '。\r' }], ['甲。']],
    ['of a field the result is read', [{ text: '共\x13 = \x13X\x149\x15 + 1 \x1412\x15件。\r' }], ['共12件。']],
    ['a field that never ends takes nothing away', [{ text: '甲\x13\r乙。\r' }], ['甲', '乙。']],
    [
      'line breaks, hyphens, marks of notes and pictures',
      [{ text: '甲\x1e乙\x02\x01。\x0b丙。\r' }],
      ['甲-乙。', '丙。'],
    ],
    [
      'of a character of a symbol font nothing is guessed',
      [{ text: '甲' }, { text: '(', characters: [0x09, 0x6a, 0, 0, 0x81, 0xf0] }, { text: '。\r' }],
      ['甲\uFFFD。'],
    ],
  ])('%s', async (_, parts, lines) => {
    expect(await linesOf(parts)).toEqual(lines)
  })

  test('paragraphs within a cell are one text, and two numbers stay two', async () => {
    const rows = [
      rowOf(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']),
      rowOf(['规\r章', '1\r2', '3', '4']),
      rowOf(['行政规范性文件', '5', '6', '7']),
    ]
    const back = await read(docOf([HEADING, ...rows.flat(), END]))
    expect(rowsOf(back).regulations).toMatchObject({
      regulations: { made: '1 2', repealed: 3, inForce: 4 },
      normativeDocuments: { made: 5, repealed: 6, inForce: 7 },
    })
  })

  test('footnotes follow at the end', async () => {
    const back = await read(
      docOf([HEADING, { text: '甲。\r' }, END, { text: '乙。\r' }], { footnotes: '\x02 含上年数。\r' }),
    )
    expect(back.sections.problems?.text).toBe('乙。\n含上年数。')
  })
})

describe('what is damaged or hostile is refused', () => {
  const whole = renderDoc(report, nextForm)
  const changed = (change: (view: DataView) => void) => {
    const bytes = whole.slice()
    change(new DataView(bytes.buffer))
    return bytes
  }
  const document = (change: NonNullable<DocOptions['change']>) => renderDoc(report, nextForm, { change })
  const FIRST_TABLE = 512

  test.each([
    ['with a password', document((view) => view.setUint16(10, 0x0300, true)), 'ENCRYPTED'],
    ['older than Word 97', document((view) => view.setUint16(2, 0x68, true)), 'UNSUPPORTED'],
    ['no Word document', oleOf({ WordDocument: new Uint8Array(5000) }), 'DAMAGED'],
    [
      'without a table stream',
      oleOf({ WordDocument: Uint8Array.of(0xec, 0xa5, 0xc1, ...new Uint8Array(5000)) }),
      'DAMAGED',
    ],
    ['cut off', whole.subarray(0, whole.length - 1024), 'DAMAGED'],
    ['cut off in the middle', whole.subarray(0, 3000), 'DAMAGED'],
    ['nothing but its first bytes', whole.subarray(0, 300), 'DAMAGED'],
    ['sectors of no size', changed((view) => view.setUint16(30, 0, true)), 'DAMAGED'],
    ['a sector after itself', changed((view) => view.setUint32(FIRST_TABLE + 4, 1, true)), 'DAMAGED'],
    [
      'sectors in a circle',
      changed((view) => {
        for (let at = 1; at < 100; at++) view.setUint32(FIRST_TABLE + at * 4, 1 + (at % 7), true)
      }),
      'DAMAGED',
    ],
    [
      'a table of sectors in a circle',
      changed((view) => {
        for (const at of [68, 4 * 512 + 508]) view.setUint32(at, 3, true)
      }),
      'DAMAGED',
    ],
    [
      'text from outside',
      document((view, table) => table.setUint32(view.getUint32(0x1a2, true) + 15, 0x3fffffff, true)),
      'DAMAGED',
    ],
    [
      'more pieces than there are bytes',
      document((view, table) => table.setUint32(view.getUint32(0x1a2, true) + 1, 0xfffffff0, true)),
      'TOO_LARGE',
    ],
    ['properties outside', document((_, table) => table.setUint32(8, 0x3fffff, true)), 'DAMAGED'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  test('more properties than elements are allowed', async () => {
    expect(await codeOf(whole, { elements: 50 })).toBe('TOO_LARGE')
  })
})
