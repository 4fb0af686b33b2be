import type { PdfText } from './pdf-page.js'
import type { RuledGrid } from './ruled-grids.js'

/** How far into a cell a text must reach to be in it. */
const REACH = 2

/** A text that goes on over a line between two cells, parted at its spaces: it was drawn in one go, and is several. */
export const splitAcross = ({ xs, ys, cells }: RuledGrid, text: PdfText): readonly PdfText[] => {
  const [x, y, width, height] = text.box
  if (!/\S\s+\S/u.test(text.text)) return [text]
  const row = cells[ys.findLastIndex((line) => line <= y + height / 2)]
  const crosses = xs.some(
    (line, at) => line > x + REACH && line < x + width - REACH && row !== undefined && row[at - 1] !== row[at],
  )
  if (!crosses) return [text]
  const total = widthOf(text.text)
  return [...text.text.matchAll(/\S+/gu)].map(({ 0: part, index }) => ({
    text: part,
    size: text.size,
    box: [x + (width * widthOf(text.text.slice(0, index))) / total, y, (width * widthOf(part)) / total, height],
  }))
}

/** In halves of a full-width letter. */
const widthOf = (text: string): number => {
  let width = 0
  for (const char of text) width += char > '\u02ff' ? 2 : 1
  return width
}
