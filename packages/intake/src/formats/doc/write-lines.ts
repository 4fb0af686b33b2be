import { joinLines } from '../../blocks/to-items.js'
import { GONE, IN_TABLE, ROW_END, SYMBOL } from './read-marks.js'
import type { Piece } from './read-pieces.js'

const CELL_END = '\x07'
const LINE = '\x0b'
const PAGE = '\f'
const PARAGRAPH = '\r'
const FIELD = '\x13'
const FIELD_RESULT = '\x14'
const FIELD_END = '\x15'
const HYPHEN = '\x1e'

/** The document's text from a character to another as lines: a paragraph is one, and so is a row. */
export const writeLines = (pieces: readonly Piece[], marks: Uint8Array, from: number, to: number): string => {
  const lines: string[] = []
  let cells: string[] = []
  let paragraphs: string[] = []
  let text = ''
  /** Of each field that is open, whether its instruction goes on. */
  let fields: boolean[] = []
  let instructions = 0
  const endParagraph = () => {
    paragraphs.push(text)
    text = ''
    fields = []
    instructions = 0
  }
  const endCell = () => {
    endParagraph()
    cells.push(paragraphs.reduce(joinLines).replaceAll('\t', ' '))
    paragraphs = []
  }
  const endLine = () => {
    if (text !== '') endParagraph()
    lines.push([...cells, ...paragraphs].join('\t'))
    cells = []
    paragraphs = []
  }
  const addControl = (char: string, mark: number) => {
    if (char === CELL_END) {
      if (mark & ROW_END) endLine()
      else endCell()
    } else if (char === PARAGRAPH || char === LINE) {
      endParagraph()
      if (!(mark & IN_TABLE)) endLine()
    } else if (char === FIELD) {
      fields.push(true)
      instructions++
    } else if (char === FIELD_RESULT || char === FIELD_END) {
      if (fields.pop()) instructions--
      if (char === FIELD_RESULT) fields.push(false)
    } else if (instructions === 0) {
      if (char === HYPHEN) text += '-'
      else if (char === '\t' || char === PAGE) text += char
    }
  }
  for (const { start, text: all, offset, bytesPerChar } of pieces) {
    const end = Math.min(all.length, to - start)
    for (let at = Math.max(0, from - start); at < end; ) {
      const mark = marks[offset + at * bytesPerChar]!
      const first = at
      while (at < end && all.charCodeAt(at) >= 0x20 && marks[offset + at * bytesPerChar] === mark) at++
      const isControl = at === first
      if (isControl) at++
      if (mark & GONE) continue
      if (isControl) addControl(all[first]!, mark)
      else if (instructions === 0) text += mark & SYMBOL ? '\uFFFD' : all.slice(first, at)
    }
  }
  endLine()
  return lines.join('\n')
}
