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

/** The lines that the texts stand on, from the top down; wide gaps within a line are kept as runs of spaces. */
export const textLines = (texts: readonly PdfText[]): readonly TextLine[] => {
  const sizes = texts.map(({ box }) => box[3])
  const reach = Math.min(...sizes) * 0.4
  return cluster(texts, middleOf, reach).map(({ members }) => lineOf(members))
}

const middleOf = ({ box: [, y, , height] }: PdfText): number => y + height / 2

const lineOf = (members: readonly PdfText[]): TextLine => {
  const sorted = [...members].sort((a, b) => a.box[0] - b.box[0])
  let text = ''
  let end = Number.NaN
  for (const { text: next, box } of sorted) {
    const [x, , width, size] = box
    text += gapBetween(text, next, (x - end) / size) + next
    end = x + width
  }
  const boxes = sorted.map(({ box }) => box)
  return { text: text.trim(), box: around(boxes), size: Math.max(...boxes.map((box) => box[3])) }
}

const gapBetween = (before: string, after: string, gap: number): string => {
  if (before === '' || Number.isNaN(gap)) return ''
  if (gap > CELL_GAP) return '   '
  return gap > WORD_GAP && /[!-~]$/u.test(before) && /^[!-~]/u.test(after) ? ' ' : ''
}

/** The box around all of them. */
export const around = (boxes: readonly Box[]): Box => {
  const left = Math.min(...boxes.map(([x]) => x))
  const top = Math.min(...boxes.map(([, y]) => y))
  const right = Math.max(...boxes.map(([x, , width]) => x + width))
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height))
  return [left, top, right - left, bottom - top]
}
