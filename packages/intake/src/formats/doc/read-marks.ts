import { damagedOle } from '../ole/open-ole.js'
import type { Area, DocHeader } from './read-header.js'

/** What is said of a character of the document's stream. */
export const GONE = 1
export const SYMBOL = 2
export const IN_TABLE = 4
export const ROW_END = 8

const PAGE = 512
/** Of the document's properties of characters and paragraphs those that are read. */
const MARKS: ReadonlyMap<number, number> = new Map([
  [0x0800, GONE], // deleted
  [0x083c, GONE], // hidden
  [0x6a09, SYMBOL],
  [0x2416, IN_TABLE],
  [0x2417, ROW_END],
])
/** How many bytes a property's value has, by the kind in its number; 0 where the first of them tells. */
const LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3]
const TABS = 0xc615
const TABLE = 0xd608

/** For each byte of the document's stream what is said of the character that starts there. */
export const readMarks = (document: Uint8Array, table: Uint8Array, header: DocHeader): Uint8Array => {
  const marks = new Uint8Array(document.length)
  const view = new DataView(document.buffer, document.byteOffset, document.length)
  eachPage(table, header.characters, (number, from, to) => {
    eachRun(view, number, 1, from, to, (page, at, start, end) => {
      const offset = page + document[at]! * 2
      if (offset === page) return
      mark(marks, start, end, propertiesIn(view, offset + 1, offset + 1 + document[offset]!))
    })
  })
  eachPage(table, header.paragraphs, (number, from, to) => {
    eachRun(view, number, 13, from, to, (page, at, start, end) => {
      const offset = page + document[at]! * 2
      if (offset === page) return
      const words = document[offset]!
      const first = words === 0 ? offset + 2 : offset + 1
      const last = words === 0 ? first + document[offset + 1]! * 2 : offset + words * 2
      // Behind the number of the paragraph's style.
      mark(marks, start, end, propertiesIn(view, first + 2, last))
    })
  })
  return marks
}

const mark = (marks: Uint8Array, start: number, end: number, is: number): void => {
  if (is === 0) return
  for (let at = start; at < end; at++) marks[at]! |= is
}

/** Each page of properties with the bytes that it speaks of: those of no two pages overlap. */
const eachPage = (
  table: Uint8Array,
  { start, end }: Area,
  visit: (page: number, from: number, to: number) => void,
): void => {
  const view = new DataView(table.buffer, table.byteOffset, table.length)
  const count = Math.floor((end - start - 4) / 8)
  for (let index = 0; index < count; index++) {
    const from = view.getUint32(start + index * 4, true)
    const to = view.getUint32(start + index * 4 + 4, true)
    if (to < from) throw damagedOle()
    visit(view.getUint32(start + (count + 1) * 4 + index * 4, true) & 0x3fffff, from, to)
  }
}

/** Each run of a page, with where it says what it says; nor do those of two runs. */
const eachRun = (
  view: DataView,
  number: number,
  length: number,
  from: number,
  to: number,
  visit: (page: number, at: number, start: number, end: number) => void,
): void => {
  const page = number * PAGE
  const count = view.getUint8(page + PAGE - 1)
  let last = from
  for (let run = 0; run < count; run++) {
    const start = Math.max(view.getUint32(page + run * 4, true), last)
    const end = Math.min(view.getUint32(page + run * 4 + 4, true), to)
    if (end <= start) continue
    last = end
    visit(page, page + (count + 1) * 4 + run * length, start, end)
  }
}

const propertiesIn = (view: DataView, start: number, end: number): number => {
  let is = 0
  for (let at = start; at + 2 < end; ) {
    const property = view.getUint16(at, true)
    at += 2
    const mark = MARKS.get(property)
    if (mark !== undefined) is = mark === SYMBOL || view.getUint8(at) & 1 ? is | mark : is & ~mark
    at += LENGTHS[property >> 13] || lengthAt(view, at, property)
  }
  return is
}

/** Two properties are longer than a byte can tell. */
const lengthAt = (view: DataView, at: number, property: number): number => {
  if (property === TABLE) return view.getUint16(at, true) + 1
  const length = view.getUint8(at)
  if (property !== TABS || length < 255) return length + 1
  const gone = view.getUint8(at + 1)
  return 1 + 1 + gone * 4 + 1 + view.getUint8(at + 2 + gone * 4) * 3
}
