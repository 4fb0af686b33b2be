import { tooLarge } from '../../intake-error.js'
import type { Limits } from '../../limits.js'
import { damagedOle } from '../ole/open-ole.js'
import { eachProperty } from './each-property.js'
import type { Area, DocHeader } from './read-header.js'

/** What is said of a character of the document's stream. */
export const GONE = 1
export const SYMBOL = 2
export const IN_TABLE = 4
export const ROW_END = 8

/** Of the properties of characters and paragraphs those that are read. */
const MARKS: ReadonlyMap<number, number> = new Map([
  [0x0800, GONE], // deleted
  [0x083c, GONE], // hidden
  [0x6a09, SYMBOL],
  [0x2416, IN_TABLE],
  [0x2417, ROW_END],
])
/** Properties that would not fit their page: where they stand in the data. */
const ELSEWHERE: ReadonlySet<number> = new Set([0x6645, 0x6646])
const PAGE = 512
const CHARACTER_ENTRY = 1
const PARAGRAPH_ENTRY = 13

/** The streams of a document. */
export interface Streams {
  readonly document: Uint8Array
  readonly table: Uint8Array
  readonly data: Uint8Array
}

/** For each byte of the document's stream what is said of the character that starts there. */
export const readMarks = ({ document, table, data }: Streams, header: DocHeader, limits: Limits): Uint8Array => {
  const marks = new Uint8Array(document.length)
  const view = viewOf(document)
  const dataView = viewOf(data)
  let elements = 0
  const count = () => {
    if (++elements > limits.elements) throw tooLarge('elements', limits.elements)
  }
  const marksIn = (from: DataView, start: number, end: number): number => {
    let is = 0
    eachProperty(from, start, end, (property, at) => {
      count()
      const mark = MARKS.get(property)
      if (mark === SYMBOL) is |= mark
      else if (mark !== undefined) is = from.getUint8(at) & 1 ? is | mark : is & ~mark
      else if (from === view && ELSEWHERE.has(property)) {
        const there = view.getUint32(at, true)
        is |= marksIn(dataView, there + 2, there + 2 + dataView.getUint16(there, true))
      }
    })
    return is
  }
  const mark = (area: Area, length: number, propertiesAt: (offset: number) => Area) => {
    eachPage(viewOf(table), area, (page, from, to) => {
      eachRun(view, page, from, to, (run, runs, start, end) => {
        count()
        const offset = view.getUint8(page + (runs + 1) * 4 + run * length) * 2
        if (offset === 0 || end <= start) return
        const properties = propertiesAt(page + offset)
        const is = marksIn(view, properties.start, properties.end)
        if (is !== 0) for (let at = start; at < end; at++) marks[at]! |= is
      })
    })
  }
  mark(header.characters, CHARACTER_ENTRY, (offset) => ({
    start: offset + 1,
    end: offset + 1 + view.getUint8(offset),
  }))
  mark(header.paragraphs, PARAGRAPH_ENTRY, (offset) => {
    const words = view.getUint8(offset)
    const start = words === 0 ? offset + 2 : offset + 1
    const end = words === 0 ? start + view.getUint8(offset + 1) * 2 : start + words * 2 - 1
    // Behind the number of the paragraph's style.
    return { start: start + 2, end }
  })
  return marks
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

/** Each page of properties, by its first byte, with the bytes that it speaks of: those of no two pages overlap. */
const eachPage = (
  table: DataView,
  { start, end }: Area,
  visit: (page: number, from: number, to: number) => void,
): void => {
  const count = Math.floor((end - start - 4) / 8)
  for (let index = 0; index < count; index++) {
    const from = table.getUint32(start + index * 4, true)
    const to = table.getUint32(start + index * 4 + 4, true)
    if (to < from) throw damagedOle()
    visit((table.getUint32(start + (count + 1) * 4 + index * 4, true) & 0x3fffff) * PAGE, from, to)
  }
}

/** Each of a page's runs, with the bytes that it speaks of: nor do those of two runs. */
const eachRun = (
  view: DataView,
  page: number,
  from: number,
  to: number,
  visit: (run: number, runs: number, start: number, end: number) => void,
): void => {
  const runs = view.getUint8(page + PAGE - 1)
  let last = from
  for (let run = 0; run < runs; run++) {
    const start = Math.max(view.getUint32(page + run * 4, true), last)
    const end = Math.min(view.getUint32(page + run * 4 + 4, true), to)
    visit(run, runs, start, end)
    last = Math.max(last, end)
  }
}
