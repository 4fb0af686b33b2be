import { IntakeError } from '../../intake-error.js'
import type { DocumentModel, ModelItem } from '../../model/document-model.js'
import { itemOf } from './item-of.js'
import { type Delimiter, delimiterOf } from './split-cells.js'

interface TextLine {
  readonly text: string
  readonly line: number
  readonly offset: number
  readonly startsPage: boolean
  delimiter: Delimiter
}

const MOST_LINES = 2_000_000

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

const readLine = ({ text, line, offset, delimiter }: TextLine, startsPage: boolean): ModelItem | null =>
  itemOf(text, delimiter, (at) => ({ line, column: offset + at + 1 }), startsPage)

const refuseTooManyLines = (text: string): void => {
  let lines = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code === 10 || code === 13) && ++lines > MOST_LINES)
      throw new IntakeError('TOO_LARGE', `The text has more than ${MOST_LINES} lines.`)
  }
}
