import type { Form, Report } from '@gouji/core'
import { renderReport } from './render-report.js'

/** Text with properties of its characters and of its paragraph, as Word 97 writes them. */
export interface DocPart {
  readonly text: string
  readonly characters?: readonly number[]
  readonly paragraph?: readonly number[]
}

export interface DocOptions {
  /** Text of one byte a character. */
  readonly isLatin?: boolean
  readonly footnotes?: string
  /** Properties of paragraphs stand in the data's stream, as those do that would not fit their page. */
  readonly areElsewhere?: boolean
  /** The document's stream, as it goes into the file. */
  readonly change?: (document: DataView, table: DataView) => void
}

const SECTOR = 512
const SMALL = 64
const CUTOFF = 4096
const FREE = 0xffffffff
const END = 0xfffffffe
const TEXT_AT = 1024
const RUNS_OF_PAGE = 12
export const DELETED = [0x00, 0x08, 1]
export const HIDDEN = [0x3c, 0x08, 1]
const IN_TABLE = [0x16, 0x24, 1]
const ROW_END = [...IN_TABLE, 0x17, 0x24, 1]

/** The report as a Word 97 document. */
export const renderDoc = (report: Report, form: Form, options: DocOptions = {}): Uint8Array =>
  docOf(
    renderReport(report, form, 'tabs')
      .trimEnd()
      .split('\n')
      .flatMap((line) => (line.includes('\t') ? rowOf(line.split('\t')) : [{ text: `${line}\r` }])),
    options,
  )

/** A row of a table. */
export const rowOf = (cells: readonly string[]): readonly DocPart[] => [
  { text: cells.map((cell) => `${cell}\x07`).join(''), paragraph: IN_TABLE },
  { text: '\x07', paragraph: ROW_END },
]

/** A document of the parts. */
export const docOf = (parts: readonly DocPart[], options: DocOptions = {}): Uint8Array => {
  const { isLatin = false, footnotes = '', areElsewhere = false, change } = options
  const unit = isLatin ? 1 : 2
  const body = parts.map(({ text }) => text).join('')
  const all = body + footnotes
  const textEnd = TEXT_AT + Math.ceil((all.length * unit) / SECTOR) * SECTOR
  const data: number[] = []
  const ofParagraph = (properties: readonly number[]): readonly number[] => {
    if (!areElsewhere) return [0, 0, ...properties]
    const at = data.length
    data.push(properties.length & 255, properties.length >> 8, ...properties)
    return [0, 0, 0x46, 0x66, at & 255, at >> 8, 0, 0]
  }
  const starts: number[] = [TEXT_AT]
  for (const { text } of parts) starts.push(starts.at(-1)! + text.length * unit)
  const pagesOf = (entry: number, bytesOf: (part: DocPart) => readonly number[]) => {
    const pages: { readonly first: number; readonly bytes: Uint8Array }[] = []
    for (let from = 0; from < parts.length; from += RUNS_OF_PAGE) {
      const runs = parts.slice(from, from + RUNS_OF_PAGE)
      const bytes = new Uint8Array(SECTOR)
      const view = new DataView(bytes.buffer)
      let end = SECTOR - 2
      runs.forEach((part, at) => {
        const properties = bytesOf(part)
        view.setUint32(at * 4, starts[from + at]!, true)
        if (properties.length === 0) return
        end = (end - properties.length) & ~1
        bytes.set(properties, end)
        bytes[(runs.length + 1) * 4 + at * entry] = end / 2
      })
      view.setUint32(runs.length * 4, starts[from + runs.length]!, true)
      bytes[SECTOR - 1] = runs.length
      pages.push({ first: starts[from]!, bytes })
    }
    return pages
  }
  const characters = pagesOf(1, ({ characters = [] }) =>
    characters.length > 0 ? [characters.length, ...characters] : [],
  )
  const paragraphs = pagesOf(13, ({ paragraph }) => {
    if (!paragraph) return []
    const bytes = ofParagraph(paragraph)
    return bytes.length % 2 === 1 ? [(bytes.length + 1) / 2, ...bytes] : [0, bytes.length / 2, ...bytes]
  })

  const document = new Uint8Array(textEnd + (characters.length + paragraphs.length) * SECTOR)
  const head = new DataView(document.buffer)
  for (let at = 0; at < all.length; at++) {
    if (isLatin) document[TEXT_AT + at] = all.charCodeAt(at)
    else head.setUint16(TEXT_AT + at * 2, all.charCodeAt(at), true)
  }
  const table: number[] = []
  const put = (...words: readonly number[]) => {
    for (const word of words) table.push(word & 255, (word >> 8) & 255, (word >> 16) & 255, word >>> 24)
  }
  const area = (at: number, write: () => void) => {
    const start = table.length
    write()
    head.setUint32(at, start, true)
    head.setUint32(at + 4, table.length - start, true)
  }
  let page = textEnd / SECTOR
  for (const [at, pages] of [
    [0xfa, characters],
    [0x102, paragraphs],
  ] as const)
    area(at, () => {
      put(...pages.map(({ first }) => first), starts.at(-1)!)
      for (const { bytes } of pages) {
        document.set(bytes, page * SECTOR)
        put(page++)
      }
    })
  area(0x1a2, () => {
    table.push(2)
    put(16, 0, all.length)
    table.push(0, 0)
    put(isLatin ? (TEXT_AT * 2) | 0x40000000 : TEXT_AT)
    table.push(0, 0)
  })
  head.setUint16(0, 0xa5ec, true)
  head.setUint16(2, 0xc1, true)
  head.setUint16(10, 0x0200, true)
  head.setUint32(0x4c, body.length, true)
  head.setUint32(0x50, footnotes.length, true)
  const tableBytes = Uint8Array.from(table)
  change?.(head, new DataView(tableBytes.buffer))
  return oleOf({
    WordDocument: document,
    '1Table': tableBytes,
    ...(data.length > 0 && { Data: Uint8Array.from(data) }),
  })
}

/** An OLE file: short streams stand together in one of their own. */
export const oleOf = (streams: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const entries = Object.entries(streams)
  const isSmall = (stream: Uint8Array) => stream.length < CUTOFF
  const small: number[] = []
  const smallTable: number[] = []
  const chain = (table: number[], count: number): number => {
    const first = table.length
    for (let at = 1; at <= count; at++) table.push(at === count ? END : first + at)
    return count > 0 ? first : END
  }
  const firstOf = new Map<string, number>()
  for (const [name, stream] of entries) {
    if (!isSmall(stream)) continue
    firstOf.set(name, chain(smallTable, Math.ceil(stream.length / SMALL)))
    const padded = new Uint8Array(Math.ceil(stream.length / SMALL) * SMALL)
    padded.set(stream)
    for (const byte of padded) small.push(byte)
  }
  const smallWords = Uint8Array.from(new Uint8Array(Uint32Array.from(smallTable).buffer))
  const large = entries.filter(([, stream]) => !isSmall(stream))
  const directory = new Uint8Array(Math.ceil((entries.length + 1) / 4) * SECTOR)
  const blocks = [directory, smallWords, Uint8Array.from(small), ...large.map(([, stream]) => stream)]
  const sectors = blocks.reduce((sum, { length }) => sum + Math.ceil(length / SECTOR), 0)
  const tables = Math.ceil((sectors + 1) / (SECTOR / 4 - 1))
  const table: number[] = Array.from({ length: tables }, () => 0xfffffffd)
  const [directoryAt, smallTableAt, smallAt, ...firsts] = blocks.map(({ length }) =>
    chain(table, Math.ceil(length / SECTOR)),
  )
  large.forEach(([name], at) => {
    firstOf.set(name, firsts[at]!)
  })
  const entry = (at: number, name: string, type: number, first: number, size: number) => {
    const view = new DataView(directory.buffer, at * 128, 128)
    for (let char = 0; char < name.length; char++) view.setUint16(char * 2, name.charCodeAt(char), true)
    view.setUint16(64, name.length * 2 + 2, true)
    view.setUint8(66, type)
    view.setUint32(68, FREE, true)
    view.setUint32(72, type === 2 && at < entries.length ? at + 1 : FREE, true)
    view.setUint32(76, type === 5 ? 1 : FREE, true)
    view.setUint32(116, first, true)
    view.setUint32(120, size, true)
  }
  entry(0, 'Root Entry', 5, smallAt!, small.length)
  entries.forEach(([name, stream], at) => {
    entry(at + 1, name, 2, firstOf.get(name)!, stream.length)
  })

  const file = new Uint8Array((1 + tables + sectors) * SECTOR)
  const view = new DataView(file.buffer)
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(30, 9, true)
  view.setUint16(32, 6, true)
  view.setUint32(44, tables, true)
  view.setUint32(48, directoryAt!, true)
  view.setUint32(56, CUTOFF, true)
  view.setUint32(60, smallTableAt!, true)
  view.setUint32(68, END, true)
  for (let at = 0; at < 109; at++) view.setUint32(76 + at * 4, at < tables ? at : FREE, true)
  for (let at = 0; at < (tables * SECTOR) / 4; at++) view.setUint32(SECTOR + at * 4, table[at] ?? FREE, true)
  let at = (1 + tables) * SECTOR
  for (const block of blocks) {
    file.set(block, at)
    at += Math.ceil(block.length / SECTOR) * SECTOR
  }
  return file
}
