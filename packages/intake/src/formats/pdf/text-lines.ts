import { cluster } from './intervals.js'
import type { Box, PdfText } from './pdf-page.js'

/** Texts that stand side by side, as one. */
export interface TextLine {
  readonly text: string
  readonly box: Box
  /** The height of its largest letters. */
  readonly size: number
}

/** In sizes of a letter: a gap that parts words of Latin letters, and one that parts the cells of a row without lines. */
const WORD_GAP = 0.2
const CELL_GAP = 1.2
const OVERLAP = -0.3
/** A mark beside a text is that much smaller. */
const RAISED = 0.75
/** How far apart the same text is drawn twice, to look bold. */
const TWICE = 0.15

/** The lines that the texts stand on, from the top down; wide gaps within a line are kept as runs of spaces. */
export const textLines = (texts: readonly PdfText[]): readonly TextLine[] => {
  const sizes = texts.map(({ size }) => size).sort((a, b) => a - b)
  const reach = (sizes[sizes.length >> 1] ?? 0) * 0.4
  return cluster(texts, middleOf, reach).map(({ members }) => lineOf(members))
}

const middleOf = ({ box: [, y, , height] }: PdfText): number => y + height / 2

const lineOf = (members: readonly PdfText[]): TextLine => {
  const sorted = onceEach([...members].sort((a, b) => a.box[0] - b.box[0]))
  const largest = sorted.reduce((most, { size }) => Math.max(most, size), 0)
  let text = ''
  let end = Number.NaN
  for (const { text: part, box, size } of sorted) {
    const [x, , width] = box
    const next = size < largest * RAISED && text !== '' ? `(${part.trim()})` : part
    text += gapBetween(text, next, (x - end) / size) + next
    end = x + width
  }
  const boxes = sorted.map(({ box }) => box)
  return { text: text.trim(), box: around(boxes), size: largest }
}

/** Without what is drawn a second time in nearly the same place. */
const onceEach = (sorted: readonly PdfText[]): readonly PdfText[] =>
  sorted.filter(
    ({ text, box: [x, y], size }, at) =>
      !sorted
        .slice(Math.max(0, at - 3), at)
        .some(
          (other) =>
            other.text === text &&
            Math.abs(other.box[0] - x) < size * TWICE &&
            Math.abs(other.box[1] - y) < size * TWICE,
        ),
  )

const gapBetween = (before: string, after: string, gap: number): string => {
  if (before === '' || Number.isNaN(gap)) return ''
  if (gap > CELL_GAP) return '   '
  // Digits over digits: together they are none of the two. Punctuation is set closer than it is wide.
  if (gap < OVERLAP && /\d$/u.test(before) && /^\d/u.test(after)) return '   '
  return gap > WORD_GAP && /[!-~]$/u.test(before) && /^[!-~]/u.test(after) ? ' ' : ''
}

/** The box around all of them. */
const around = (boxes: readonly Box[]): Box => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y, width, height] of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return [left, top, right - left, bottom - top]
}
