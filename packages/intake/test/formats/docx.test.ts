import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { IntakeError, type Limits, readDocument } from '../../src/index.js'
import { docxOf, paragraph, renderDocx, run, tableOf } from '../support/render-docx.js'
import { form, nextForm, numbered, rowsOf } from '../support/sample-report.js'

const forms = [form, nextForm]
const read = async (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
  (await readDocument({ name: '年报.docx', bytes }, { forms, limits })).report

const codeOf = async (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<string> => {
  try {
    await read(bytes, limits)
    return 'read'
  } catch (error) {
    expect(error).toBeInstanceOf(IntakeError)
    return (error as IntakeError).code
  }
}

const HEADING = paragraph('一、总体情况')
const END = paragraph('五、存在的主要问题及改进情况')

/** The overview's paragraphs, where the body stands between its heading and the next that is printed. */
const linesOf = async (body: string, parts: Parameters<typeof docxOf>[1] = {}): Promise<readonly string[]> => {
  const { sections } = await read(docxOf(HEADING + body + END, parts))
  return (sections.overview?.text ?? '').split('\n')
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const report = numbered(nextForm)
const RECEIVED = '1011'

/** The report read back with another first cell of its second table, by the XML of the cell's runs. */
const withCell = (xml: string, parts: Parameters<typeof docxOf>[1] = {}) =>
  read(renderDocx(report, nextForm, { main: (all) => all.replace(run(RECEIVED), xml), parts }))

describe('a report comes back as it was', () => {
  test.each([
    ['60号', form, false],
    ['60号', form, true],
    ['30号', nextForm, false],
    ['30号', nextForm, true],
  ] as const)('%s, %o', async (_, edition, isNumbered) => {
    const printed = numbered(edition)
    const back = await read(renderDocx(printed, edition, { isNumbered }))
    expect(rowsOf(back)).toEqual(rowsOf(printed))
    const said = ({ sections }: typeof back) => Object.values(sections).map(({ heading, text }) => [heading, text])
    expect(said(back)).toEqual(said(printed))
    expect(back).toMatchObject({ title: printed.title, preface: printed.preface, publishedOn: printed.publishedOn })
    expect(back.document?.unplaced ?? []).toEqual([])
  })

  test('its media type is told', async () => {
    const { mediaType } = await readDocument({ name: 'x', bytes: renderDocx(report, nextForm) }, { forms })
    expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  })

  test('a strict document with other prefixes, in UTF-16, at another path', async () => {
    let strict = ''
    renderDocx(report, nextForm, {
      main: (xml) => {
        strict = xml
          .replace('schemas.openxmlformats.org/wordprocessingml/2006/main', 'purl.oclc.org/ooxml/wordprocessingml/main')
          .replace('xmlns:w=', 'xmlns:x=')
          .replaceAll(/(<\/?| )w:/g, '$1x:')
          .replace('UTF-8', 'UTF-16')
        return xml
      },
    })
    const units = Uint16Array.from([...`\uFEFF${strict}`], (char) => char.charCodeAt(0))
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>'
    const parts = {
      'word/document.xml': '<x/>',
      'word/document2.xml': new Uint8Array(units.buffer),
      '_rels/.rels': rels,
    }
    expect(rowsOf(await read(renderDocx(report, nextForm, { parts })))).toEqual(rowsOf(report))
  })
})

test('paragraphs are counted without those of tables; rows and cells with the merged ones', async () => {
  const { places = {} } = (await read(renderDocx(report, nextForm))).document ?? {}
  const rows = '/sections/requests/tables/requests/rows'
  expect(places['/title']).toEqual({ paragraph: 1 })
  expect(places['/sections/disclosure/heading']).toEqual({ paragraph: 7 })
  expect(places['/sections/requests/heading']).toEqual({ paragraph: 9 })
  expect(places[`${rows}/received/natural`]).toEqual({ table: 2, row: 4, cell: 2 })
  expect(places[`${rows}/refusedForbiddenByLaw/total`]).toEqual({ table: 2, row: 9, cell: 10 })
})

describe('the text of paragraphs', () => {
  test.each([
    [
      'runs, links, fields and controls are one text',
      `${run('全年')}<w:hyperlink r:id="x">${run('主动')}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="不读"/></w:sdtPr><w:sdtContent>${run('公开')}</w:sdtContent></w:sdt><w:smartTag>${run('信息')}</w:smartTag><w:fldSimple w:instr="PAGE">${run('3')}</w:fldSimple>${run('条。')}`,
      ['全年主动公开信息3条。'],
    ],
    [
      'of a field the result is read, and not the instruction',
      `${run('共')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> = 1 + </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('9')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('件。')}`,
      ['共12件。'],
    ],
    [
      'a field that never ends takes nothing away',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p><w:p>${run('后文。')}`,
      ['后文。'],
    ],
    [
      'insertions and moves are accepted',
      `${run('甲')}<w:ins w:id="1">${run('乙')}</w:ins><w:del w:id="2"><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveFrom w:id="3">${run('丁')}</w:moveFrom><w:moveTo w:id="4">${run('戊。')}</w:moveTo>`,
      ['甲乙戊。'],
    ],
    [
      'hidden text is left out',
      `${run('甲')}${run('乙', '<w:vanish/>')}${run('丙。', '<w:vanish w:val="0"/>')}`,
      ['甲丙。'],
    ],
    [
      'tabs, breaks, hyphens and symbols',
      '<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/><w:sym w:font="宋体" w:char="2460"/><w:br/><w:t>丙。</w:t><w:cr/><w:t>丁。</w:t></w:r>',
      ['甲-乙①', '丙。', '丁。'],
    ],
    [
      'white space that only lays out the XML',
      '<w:r><w:t>\n 甲 \n</w:t><w:t xml:space="preserve"> 乙\n丙。</w:t></w:r>',
      ['甲 乙 丙。'],
    ],
    [
      'one of two alternatives',
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>甲。</w:t></mc:Choice><mc:Fallback><w:t>乙。</w:t></mc:Fallback></mc:AlternateContent><mc:AlternateContent><mc:Choice Requires="未知"><w:t>丙。</w:t></mc:Choice><mc:Fallback><w:t>丁。</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      ['甲。丁。'],
    ],
    [
      'a text box is read after its paragraph, once',
      `${run('甲')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('框。')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('框。')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('乙。')}`,
      ['甲乙。', '框。'],
    ],
    [
      'a ruby text is not read',
      '<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼。</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ['拼。'],
    ],
  ])('%s', async (_, runs, lines) => {
    expect(await linesOf(`<w:p>${runs}</w:p>`)).toEqual(lines)
  })

  test.each([
    ['a deleted mark', '<w:rPr><w:del w:id="9"/></w:rPr>'],
    ['a mark moved away', '<w:rPr><w:moveFrom w:id="9"/></w:rPr>'],
    ['a hidden mark', '<w:rPr><w:vanish/></w:rPr>'],
  ])('%s joins the paragraph to the next', async (_, properties) => {
    expect(await linesOf(paragraph('甲', properties) + paragraph('乙。') + paragraph('丙。'))).toEqual([
      '甲乙。',
      '丙。',
    ])
  })

  test('what a style hides is hidden, by what it is based on too', async () => {
    const styles = `<w:styles ${W}><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="c"/></w:style></w:styles>`
    const body = paragraph(run('甲') + run('乙', '<w:rStyle w:val="b"/>') + run('丙。', '<w:rStyle w:val="c"/>'))
    const hidden = paragraph('丁。', '<w:pStyle w:val="b"/>')
    expect(await linesOf(body + hidden + paragraph('戊。'), { 'word/styles.xml': styles })).toEqual(['甲丙。', '戊。'])
  })

  test('notes follow the paragraph that refers to them; each is printed once', async () => {
    const note = (kind: string) =>
      `<w:${kind}s ${W}><w:${kind} w:type="separator" w:id="0">${paragraph('线')}</w:${kind}><w:${kind} w:id="1"><w:p><w:r><w:${kind}Ref/></w:r>${run(`注${kind}。`)}<w:r><w:${kind}Reference w:id="1"/></w:r></w:p></w:${kind}></w:${kind}s>`
    const reference = (kind: string) => `<w:r><w:${kind}Reference w:id="1"/></w:r>`
    const marked = '<w:r><w:endnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    const body =
      paragraph(run('甲') + reference('footnote') + run('乙。')) +
      paragraph(run('丙') + reference('footnote') + marked + run('。'))
    const parts = { 'word/footnotes.xml': note('footnote'), 'word/endnotes.xml': note('endnote') }
    expect(await linesOf(body, parts)).toEqual(['甲乙。', '注footnote。', '丙。', '注endnote。'])
  })
})

describe('numbers that Word counts', () => {
  const list = (id: number, levels: readonly (readonly [string, string, string?])[]) =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.map(([format, text, more = ''], at) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`).join('')}</w:abstractNum>`
  const num = (id: number, abstract: number, more = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`
  const item = (text: string, num: number, level = 0) =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`)
  const numbering = (...all: readonly string[]) => ({
    'word/numbering.xml': `<w:numbering ${W}>${all.join('')}</w:numbering>`,
  })

  test.each([
    ['decimal', 12, '12'],
    ['chineseCounting', 12, '十二'],
    ['chineseCountingThousand', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['japaneseCounting', 10, '十'],
    ['taiwaneseCountingThousand', 110, '一百一十'],
    ['ideographDigital', 10, '一〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalFullWidth', 10, '１０'],
    ['ideographTraditional', 3, '丙'],
    ['upperLetter', 28, 'BB'],
    ['lowerLetter', 3, 'c'],
    ['upperRoman', 14, 'XIV'],
    ['lowerRoman', 9, 'ix'],
    ['decimalZero', 5, '05'],
    ['none', 5, ''],
    ['一种未知的格式', 5, '5'],
  ])('%s of %i', async (format, start, printed) => {
    const override = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`
    const parts = numbering(list(0, [[format, '第%1次：']]), num(1, 0, override))
    expect(await linesOf(item('甲。', 1), parts)).toEqual([`第${printed}次：甲。`])
  })

  test('levels, restarts, legal style, bullets, lists that share a count', async () => {
    const parts = numbering(
      list(0, [
        ['chineseCounting', '%1、'],
        ['decimal', '%1.%2', '<w:isLgl/>'],
        ['decimal', '(%3)', '<w:lvlRestart w:val="0"/>'],
        ['bullet', '●'],
      ]),
      num(1, 0),
      num(2, 0),
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    )
    const body = [
      item('甲。', 1),
      item('乙。', 1, 1),
      item('丙。', 1, 2),
      item('丁。', 2),
      item('戊。', 1, 1),
      item('己。', 1, 2),
      item('庚。', 1, 3),
      item('辛。', 3),
      item('壬。', 9),
    ]
    expect(await linesOf(body.join(''), parts)).toEqual([
      '一、甲。',
      '1.1 乙。',
      '(1)丙。',
      '二、丁。',
      '2.1 戊。',
      '(2)己。',
      '庚。',
      '一、辛。',
      '壬。',
    ])
  })

  test('by a style and what it is based on; none where the paragraph says so', async () => {
    const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`
    const parts = {
      ...numbering(
        list(0, [
          ['decimal', '%1、'],
          ['chineseCounting', '（%2）', '<w:pStyle w:val="b"/>'],
        ]),
        num(1, 0),
      ),
      'word/styles.xml': styles,
    }
    const body =
      paragraph('甲。', '<w:pStyle w:val="a"/>') +
      paragraph('乙。', '<w:pStyle w:val="b"/>') +
      paragraph('丙。', '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await linesOf(body, parts)).toEqual(['1、甲。', '（一）乙。', '丙。'])
  })
})

describe('tables', () => {
  const natural = async (xml: string, parts: Parameters<typeof docxOf>[1] = {}) =>
    rowsOf(await withCell(xml, parts)).requests?.received?.natural

  test.each([
    ['split over runs', run('1') + run('9'), 19],
    ['changed', `<w:del w:id="1"><w:r><w:delText>1</w:delText></w:r></w:del><w:ins w:id="2">${run('19')}</w:ins>`, 19],
    ['with hidden text', run('19') + run('5', '<w:vanish/>'), 19],
    ['the result of a formula', `<w:fldSimple w:instr="=SUM(ABOVE)">${run('19')}</w:fldSimple>`, 19],
    ['two numbers stay two', `${run('1')}</w:p><w:p>${run('9')}`, '1 9'],
    ['a symbol of a font', '<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>', '\uF081'],
    ['blank', '', null],
  ])('a cell: %s', async (_, xml, value) => {
    expect(await natural(xml)).toEqual(value)
  })

  test('nothing of a note stays in its cell, and its text follows the table', async () => {
    const notes = `<w:footnotes ${W}><w:footnote w:id="1">${paragraph('含上年数。')}</w:footnote></w:footnotes>`
    const back = await withCell(`${run('19')}<w:r><w:footnoteReference w:id="1"/></w:r>`, {
      'word/footnotes.xml': notes,
    })
    expect(rowsOf(back).requests?.received?.natural).toBe(19)
    expect(back.sections.requests?.text).toBe('含上年数。')
  })

  test.each([
    [
      'a deleted row',
      (xml: string) =>
        xml.replace(
          '<w:tr ',
          '<w:tr w:x=""><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:t>一、本年新收政府信息公开申请数量</w:t></w:r></w:p></w:tc></w:tr><w:tr ',
        ),
    ],
    [
      'a deleted cell',
      (xml: string) =>
        xml.replace(
          /(?=<w:tc>(?:(?!<w:tc>).)*>1011<)/,
          `<w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>${paragraph('7')}</w:tc>`,
        ),
    ],
    [
      'cells merged in the old way',
      (xml: string) =>
        xml.replace(/(?=<w:tc>(?:(?!<w:tc>).)*>1012<)/, `<w:tc><w:tcPr><w:hMerge/></w:tcPr>${paragraph('')}</w:tc>`),
    ],
    [
      'rows and cells in controls',
      (xml: string) =>
        xml
          .replace(/<w:tr .*?<\/w:tr>/g, '<w:sdt><w:sdtContent>$&</w:sdtContent></w:sdt>')
          .replace(/<w:tc>.*?<\/w:tc>/g, '<w:sdt><w:sdtContent>$&</w:sdtContent></w:sdt>'),
    ],
    [
      'a table in a cell that lays out the page',
      (xml: string) =>
        xml.replace(/<w:body>.*(?=<w:sectPr>)/, (body) => `<w:body>${tableOf([[{ content: body.slice(8) }]])}`),
    ],
  ])('%s changes no number', async (_, main) => {
    expect(rowsOf(await read(renderDocx(report, nextForm, { main })))).toEqual(rowsOf(report))
  })
})

describe('what is damaged or hostile is refused', () => {
  const whole = renderDocx(report, nextForm)
  const changed = (change: (bytes: Uint8Array, view: DataView) => void) => {
    const bytes = whole.slice()
    change(bytes, new DataView(bytes.buffer))
    return bytes
  }
  const DIRECTORY = 0x02014b50
  /** Calls with the place of each entry in the archive's directory. */
  const eachEntry = (view: DataView, visit: (at: number) => void) => {
    for (let at = 0; at + 4 < view.byteLength; at++) if (view.getUint32(at, true) === DIRECTORY) visit(at)
  }

  test.each([
    ['cut off', whole.subarray(0, whole.length - 40), 'DAMAGED'],
    ['cut off in the middle', whole.subarray(0, 2000), 'DAMAGED'],
    ['a byte changed in the text', changed((bytes) => bytes.fill(0, 1500, 1510)), 'DAMAGED'],
    ['encrypted', changed((_, view) => eachEntry(view, (at) => view.setUint16(at + 8, 1, true))), 'ENCRYPTED'],
    ['smaller than it is', changed((_, view) => eachEntry(view, (at) => view.setUint32(at + 24, 10, true))), 'DAMAGED'],
    [
      'larger than allowed',
      changed((_, view) => eachEntry(view, (at) => view.setUint32(at + 24, 0x7fffffff, true))),
      'TOO_LARGE',
    ],
    [
      'entries that overlap',
      changed((_, view) => eachEntry(view, (at) => view.setUint32(at + 42, 0, true))),
      'DAMAGED',
    ],
    [
      'a packing that is not known',
      changed((_, view) => eachEntry(view, (at) => view.setUint16(at + 10, 12, true))),
      'UNSUPPORTED',
    ],
    ['another document', docxOf('', { 'word/document.xml': '<a/>' }), 'DAMAGED'],
    ['no document', docxOf('', { 'word/document.xml': strToU8('\u0000') }), 'DAMAGED'],
    ['not well formed', docxOf('<w:p>'), 'DAMAGED'],
    [
      'a DOCTYPE',
      docxOf('', { 'word/document.xml': `<!DOCTYPE a [<!ENTITY b "c">]><w:document ${W}><w:body/></w:document>` }),
      'DAMAGED',
    ],
    ['without text', docxOf(paragraph('')), 'EMPTY'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  test('a text that is nothing but large', async () => {
    expect(await codeOf(docxOf(paragraph('0'.repeat(68_000_000))))).toBe('TOO_LARGE')
  })

  test.each([
    ['unpacked bytes', { unpackedBytes: 10_000 }],
    ['elements', { elements: 500 }],
    ['depth', { depth: 5 }],
  ])('more than the limit of %s', async (_, limits) => {
    expect(await codeOf(whole, limits)).toBe('TOO_LARGE')
  })

  const wide =
    '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1e15"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>0</w:t></w:r></w:p></w:tc></w:tr>'
  test.each([
    ['a long text', () => paragraph('0'.repeat(10_000_000))],
    ['deep tables', () => `${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`],
    ['wide cells', () => `<w:tbl>${wide.repeat(50_000)}</w:tbl>`],
    ['deleted marks', () => paragraph('0', '<w:rPr><w:del/></w:rPr>').repeat(60_000)],
    [
      'namespaces',
      () => `${'<a xmlns:b="c" xmlns:w="d">'.repeat(300)}${'<a xmlns:w="e"/>'.repeat(300_000)}${'</a>'.repeat(300)}`,
    ],
    ['fields', () => paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(200_000))],
  ])('%s: in time', { timeout: 30_000 }, async (_, body) => {
    const bytes = docxOf(HEADING + body() + END)
    const begun = performance.now()
    await codeOf(bytes)
    expect(performance.now() - begun).toBeLessThan(15_000)
  })
})
