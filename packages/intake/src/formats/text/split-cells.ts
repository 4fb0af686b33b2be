import type { Place } from '@gouji/core'
import type { ModelCell } from '../../model/document-model.js'
import { hasSpacedNumbers, isSpacedRow } from './spaced-row.js'
import { withoutMarks } from './without-marks.js'

/** How a line's cells are told apart; `closed` lines end in a pipe that opens no cell. */
export type Delimiter = 'tab' | 'pipe' | 'closedPipe' | 'spaces' | 'space' | 'none'

const PIPE = /[|｜│]/gu
const ANY = /[\t|｜│]|\S\s+\S/u
const GAP = /[\s\u3000]{2,}/u
const SEPARATORS = { tab: /\t/gu, spaces: /[\s\u3000]{2,}/gu, space: /\s+/gu, pipe: PIPE, closedPipe: PIPE }
const NO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/gu
/** No report's row is longer or wider: what is, is read as one text, so that hostile lines cost nothing. */
const LONGEST_ROW = 4000
const WIDEST_ROW = 60

interface Span {
  readonly start: number
  readonly end: number
}

/** The delimiter that a line shows; `none` where it is one text. */
export const delimiterOf = (line: string): Delimiter => {
  if (line.length > LONGEST_ROW || !ANY.test(line)) return 'none'
  const pipes = line.match(PIPE)?.length ?? 0
  const tabs = line.split('\t').length - 1
  if (pipes > WIDEST_ROW || tabs > WIDEST_ROW) return 'none'
  if (pipes > 1 || (pipes === 1 && tabs === 0)) return 'pipe'
  if (tabs > 0) return 'tab'
  if (GAP.test(line.trim())) return 'spaces'
  return isSpacedRow(line) ? 'space' : 'none'
}

/** The cells of a line, trimmed, with their places. */
export const splitCells = (
  text: string,
  delimiter: Delimiter,
  placeAt: (offset: number) => Place,
): readonly ModelCell[] =>
  spansOf(text, delimiter).map(({ start, end }) => {
    const raw = text.slice(start, end)
    const blanks = raw.length - raw.trimStart().length
    return { text: withoutMarks(cleanText(raw)), place: placeAt(blanks === raw.length ? start : start + blanks) }
  })

/** Trimmed, without the characters that have no width. */
export const cleanText = (text: string): string => text.replace(NO_WIDTH, '').trim()

const spansOf = (text: string, delimiter: Delimiter): readonly Span[] => {
  if (delimiter === 'none') return [{ start: 0, end: text.length }]
  const separator = SEPARATORS[delimiter]
  const spans: Span[] = []
  let start = 0
  for (const match of text.matchAll(separator)) {
    spans.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  spans.push({ start, end: text.length })
  const isBlank = (span: Span | undefined) => span !== undefined && text.slice(span.start, span.end).trim() === ''
  if (delimiter === 'spaces') return spans.filter((span) => !isBlank(span)).flatMap((span) => splitNumbers(text, span))
  if (delimiter === 'space') return spans.filter((span) => !isBlank(span))
  if (delimiter !== 'tab' && isBlank(spans[0])) spans.shift()
  if (delimiter === 'closedPipe' && isBlank(spans.at(-1))) spans.pop()
  return spans
}

/** A wide gap parts some of the row's numbers and a single space others. */
const splitNumbers = (text: string, { start, end }: Span): readonly Span[] =>
  /\S\s\S/u.test(text.slice(start, end)) && hasSpacedNumbers(text.slice(start, end))
    ? [...text.slice(start, end).matchAll(/\S+/gu)].map(({ 0: number, index }) => ({
        start: start + index,
        end: start + index + number.length,
      }))
    : [{ start, end }]
