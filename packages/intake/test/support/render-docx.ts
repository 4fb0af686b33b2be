import type { Cell, Form, FormBlock, FormTable, Report, Table } from '@gouji/core'
import { strToU8, zipSync } from 'fflate'

export interface DocxOptions {
  /** Word counts headings and the labels of rows itself: their text has no ordinal. */
  readonly isNumbered?: boolean
  /** The main part's XML, as it goes into the archive. */
  readonly main?: (xml: string) => string
  /** Further parts by their names, or other ones for those that are there. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WIDTH = 9000

/** The report as Word writes it: title, preface, headings and text, the three tables merged as the official form prints them, signature. */
export const renderDocx = (report: Report, form: Form, options: DocxOptions = {}): Uint8Array => {
  const xml = documentXml(bodyOf(report, form, options.isNumbered === true))
  return zipDocx({ ...PARTS, 'word/document.xml': options.main?.(xml) ?? xml, ...options.parts })
}

/** The parts as an archive. */
export const zipDocx = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { mtime: '2021-01-20T00:00:00' },
  )

/** A document with the body's XML, and with the parts that every document has. */
export const docxOf = (body: string, parts: DocxOptions['parts'] = {}): Uint8Array =>
  zipDocx({ ...PARTS, 'word/document.xml': documentXml(body), ...parts })

const documentXml = (body: string): string =>
  `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1400" w:bottom="1440" w:left="1400" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '</w:t><w:tab/><w:t>')

/** A run. */
export const run = (text: string, properties = ''): string =>
  `<w:r w:rsidRPr="00A77B3E"><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:eastAsia="仿宋"/>${properties}<w:szCs w:val="21"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

/** A paragraph of one run, or of the runs given as XML. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr>${properties}</w:pPr>${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`

const ORDINALS = [/^[一二三四五六七八九十]+、/u, /^[(（][一二三四五六七八九十]+[)）]/u, /^\d+[.．]/u]

/** A text whose ordinal Word counts, in the list of that number. */
const counted = (text: string, list: number): string => {
  const level = ORDINALS.findIndex((ordinal) => ordinal.test(text))
  if (level < 0) return paragraph(text)
  const properties = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
  return paragraph(text.replace(ORDINALS[level]!, ''), properties)
}

const bodyOf = (report: Report, form: Form, isNumbered: boolean): string => {
  const label = (text: string, list: number) => (isNumbered ? counted(text, list) : paragraph(text))
  const lines = (text = '') => (text === '' ? [] : text.split('\n').map((line) => paragraph(line)))
  const parts = [paragraph(report.title ?? form.title, '<w:jc w:val="center"/>'), paragraph('')]
  parts.push(...lines(report.preface))
  for (const { id } of form.sections) {
    const section = report.sections[id]
    if (!section) continue
    if (section.heading) parts.push(label(section.heading, 1))
    parts.push(...lines(section.text))
    for (const table of form.tables) {
      const printed = table.section === id ? section.tables?.[table.id] : undefined
      if (printed)
        parts.push(
          tableXml(table, printed, (text) => label(text, 2)),
          paragraph(''),
        )
    }
  }
  if (report.publishedOn?.from === 'report') {
    const [year, month, day] = report.publishedOn.date.split('-').map(Number)
    for (const line of [report.body?.name ?? '', `${year}年${month}月${day}日`])
      parts.push(paragraph(line, '<w:jc w:val="right"/>'))
  }
  return parts.join('')
}

/** A cell: its paragraphs, how many columns it covers, and whether it begins a merged one or goes on with it. */
export interface CellSpec {
  readonly content: string
  readonly columns?: number
  readonly merge?: 'restart' | 'continue'
}

/** A table of rows of cells. */
export const tableOf = (rows: readonly (readonly CellSpec[])[]): string => {
  const columns = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)))
  const width = Math.floor(WIDTH / columns)
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('')
  const cellXml = ({ content, columns: span = 1, merge }: CellSpec) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${
      merge === 'restart' ? '<w:vMerge w:val="restart"/>' : merge ? '<w:vMerge/>' : ''
    }<w:vAlign w:val="center"/></w:tcPr>${merge === 'continue' ? paragraph('') : content}</w:tc>`
  const rowXml = (row: readonly CellSpec[]) =>
    `<w:tr w:rsidR="00A77B3E"><w:trPr><w:jc w:val="center"/></w:trPr>${row.map(cellXml).join('')}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>${rows.map(rowXml).join('')}</w:tbl>`
}

type Labelled = (text: string) => string

const tableXml = (table: FormTable, printed: Table, label: Labelled): string => {
  if (table.layout === 'across') return tableOf(acrossRows(table, printed))
  const widest = table.blocks.reduce((least, { columns }) => lcm(least, columns.length), 1)
  return tableOf(table.blocks.flatMap((block) => blockRows(table, block, printed, widest, label)))
}

const lcm = (a: number, b: number): number => {
  let least = Math.max(a, b)
  while (least % a !== 0 || least % b !== 0) least++
  return least
}

const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell))

const blockRows = (
  table: FormTable,
  block: FormBlock,
  printed: Table,
  width: number,
  label: Labelled,
): readonly (readonly CellSpec[])[] => {
  const rows = block.rows.filter(({ id }) => printed.rows[id])
  const depth = Math.max(...block.rows.map(({ group = [] }) => group.length)) + 1
  const span = width / block.columns.length
  const caption = block.caption ? [[{ content: paragraph(block.caption), columns: depth + width }]] : []
  return [
    ...caption,
    ...headerRows(table, block, depth, span),
    ...rows.map(({ id, label: text, group = [] }, at): CellSpec[] => {
      const above = rows[at - 1]?.group ?? []
      const groups = group.map((name, level): CellSpec => {
        const goesOn = group.slice(0, level + 1).every((part, index) => above[index] === part)
        return { content: label(name), merge: goesOn ? 'continue' : 'restart' }
      })
      const values = block.columns.map((column) => ({
        content: paragraph(textOf(printed.rows[id]?.[column]), '<w:jc w:val="center"/>'),
        columns: span,
      }))
      return [...groups, { content: label(text), columns: depth - group.length }, ...values]
    }),
  ]
}

/** One row, or three where columns stand under a group: a corner with the note, what all stand under, groups, labels. */
const headerRows = (
  table: FormTable,
  block: FormBlock,
  depth: number,
  span: number,
): readonly (readonly CellSpec[])[] => {
  const columns = block.columns.map((id) => table.columns.find((column) => column.id === id)!)
  const [note = '', over = note] = table.captions ?? []
  if (columns.every(({ group }) => !group))
    return [
      [
        { content: paragraph(note), columns: depth },
        ...columns.map(({ label }) => ({ content: paragraph(label), columns: span })),
      ],
    ]
  const goesOn: CellSpec = { content: '', columns: depth, merge: 'continue' }
  const groups: CellSpec[] = []
  for (const [at, { label, group }] of columns.entries()) {
    if (!group) groups.push({ content: paragraph(label), merge: 'restart' })
    else if (columns[at - 1]?.group !== group)
      groups.push({ content: paragraph(group), columns: columns.filter((column) => column.group === group).length })
  }
  return [
    [
      { content: paragraph(`(${note})`), columns: depth, merge: 'restart' },
      { content: paragraph(over), columns: columns.length },
    ],
    [goesOn, ...groups],
    [
      goesOn,
      ...columns.map(
        ({ label, group }): CellSpec => (group ? { content: paragraph(label) } : { content: '', merge: 'continue' }),
      ),
    ],
  ]
}

const acrossRows = (table: FormTable, printed: Table): readonly (readonly CellSpec[])[] => {
  const block = table.blocks[0]!
  const width = block.columns.length
  const labels = table.columns.map(({ label }) => paragraph(label))
  const [first, ...others] = block.rows
  const groups = [...new Set(others.flatMap(({ group = [] }) => group))]
  return [
    [
      { content: paragraph(first!.label), columns: width },
      ...groups.map((group) => ({ content: paragraph(group), columns: (others.length * width) / groups.length })),
    ],
    [
      ...labels.map((content): CellSpec => ({ content, merge: 'restart' })),
      ...others.map(({ label }) => ({ content: paragraph(label), columns: width })),
    ],
    [
      ...labels.map((content): CellSpec => ({ content, merge: 'continue' })),
      ...others.flatMap(() => labels.map((content) => ({ content }))),
    ],
    block.rows.flatMap(({ id }) =>
      block.columns.map((column) => ({ content: paragraph(textOf(printed.rows[id]?.[column])) })),
    ),
  ]
}

const LEVELS = [
  ['chineseCountingThousand', '%1、'],
  ['chineseCounting', '(%2)'],
  ['decimal', '%3.'],
]

const level = ([format, text]: readonly string[], at: number): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPE}.numbering+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${R}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${R}/numbering" Target="numbering.xml"/></Relationships>`,
  'word/styles.xml': `${HEAD}<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`,
  'word/numbering.xml': `${HEAD}<w:numbering xmlns:w="${W}">${[0, 1].map((id) => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${LEVELS.map(level).join('')}</w:abstractNum>`).join('')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
}
