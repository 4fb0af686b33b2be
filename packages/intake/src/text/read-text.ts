import { IntakeError } from '../intake-error.js'
import type { DocumentModel, ModelItem } from '../model/document-model.js'
import { cleanText, type Delimiter, delimiterOf, splitCells } from './split-cells.js'
import { withoutMarks } from './without-marks.js'

interface TextLine {
  readonly text: string
  readonly line: number
  readonly offset: number
  readonly startsPage: boolean
  delimiter: Delimiter
}

const MOST_LINES = 2_000_000
/** A row without a text, or a rule between rows: three dashes or more, for one or two are a placeholder. */
const SAYS_NOTHING = /^(?=[\s|｜│]+$|.*[=─━—-]{3})[\s|｜│+:=─━┼—-]+$/u

/** Plain text as a document model: a line is an item, its cells parted by tabs, pipes or runs of spaces, numbers and short labels by single ones, too. */
export const readText = (text: string): DocumentModel => {
  const lines = splitLines(text)
  closePipes(lines)
  const items: ModelItem[] = []
  let startsPage = false
  for (const line of lines) {
    startsPage ||= line.startsPage
    const item = readLine(line, startsPage)
    if (!item) continue
    items.push(item)
    startsPage = false
  }
  return { items }
}

/** The lines that hold anything, or open a page. */
const splitLines = (text: string): TextLine[] => {
  refuseTooManyLines(text)
  const lines: TextLine[] = []
  let number = 0
  for (const whole of text.split(/\r\n|\n|\r/u)) {
    number++
    let offset = 0
    for (const part of whole.split('\f')) {
      const startsPage = offset > 0
      if (part.trim() !== '' || startsPage)
        lines.push({ text: part, line: number, offset, startsPage, delimiter: delimiterOf(part) })
      offset += part.length + 1
    }
  }
  return lines
}

/** In a run of lines with pipes the last pipe closes the row where every line has it; else a blank cell follows it. */
const closePipes = (lines: readonly TextLine[]): void => {
  for (let from = 0; from < lines.length; from++) {
    let to = from
    while (lines[to]?.delimiter === 'pipe') to++
    const run = lines.slice(from, to)
    const closed = run.length > 1 ? /[|｜│]\s*$/u : /^\s*[|｜│].*[|｜│]\s*$/u
    if (run.every(({ text }) => closed.test(text))) for (const line of run) line.delimiter = 'closedPipe'
    from = Math.max(from, to)
  }
}

const readLine = ({ text, line, offset, delimiter }: TextLine, startsPage: boolean): ModelItem | null => {
  const whole = withoutMarks(cleanText(text), true)
  const hasPipes = delimiter === 'pipe' || delimiter === 'closedPipe'
  if (whole === '' || (hasPipes && SAYS_NOTHING.test(whole))) return null
  const begins = Math.max(text.length - text.trimStart().length, text.indexOf(whole))
  const place = { line, column: offset + begins + 1 }
  const showsBlanks = hasPipes || delimiter === 'tab'
  if (delimiter === 'none')
    return { text: whole, place, cells: [{ text: whole, place }], showsBlanks, endsOpen: true, startsPage }
  return {
    text: whole,
    place,
    // On demand: a file of nothing but delimiters would fill the memory with cells.
    get cells() {
      return splitCells(text, delimiter, line, offset)
    },
    showsBlanks,
    endsOpen: delimiter !== 'closedPipe',
    startsPage,
  }
}

const refuseTooManyLines = (text: string): void => {
  let lines = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code === 10 || code === 13) && ++lines > MOST_LINES)
      throw new IntakeError('TOO_LARGE', `The text has more than ${MOST_LINES} lines.`)
  }
}
