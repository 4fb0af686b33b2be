import { isUnread } from './is-unread.js'
import { rulesOf } from './page-rules.js'
import { apply, type Matrix, type PdfPage, type PdfText } from './pdf-page.js'
import type { PdfDocumentPage, PdfTextItem } from './pdfjs.js'
import { unifyIdeographs } from './unify-ideographs.js'

/** What a page shows, upright: where its text runs up or down the page, it is turned. */
export const readPage = async (
  page: PdfDocumentPage,
  number: number,
  ops: Readonly<Record<string, number>>,
): Promise<PdfPage> => {
  const { items } = await page.getTextContent()
  const operators = await page.getOperatorList()
  const viewport = page.getViewport({ scale: 1 })
  const filled = items.filter(({ str = '' }) => str.trim() !== '')
  const { height, matrix } = upright(viewport, filled)
  const texts = filled.flatMap((item) => textOf(item, matrix) ?? [])
  const rules = rulesOf(operators, ops, matrix)
  page.cleanup()
  return { number, height, texts, rules, isUnread: isUnread(texts, operators, ops) }
}

type View = ReturnType<PdfDocumentPage['getViewport']>

/** The way to the box's space in which most of the text runs from left to right. */
const upright = (
  { width, height, transform }: View,
  items: readonly PdfTextItem[],
): { readonly height: number; readonly matrix: Matrix } => {
  const turns = [0, 0, 0, 0]
  for (const item of items) turns[turnOf(item.transform, transform)]! += item.str?.length ?? 0
  const turn = turns.indexOf(Math.max(...turns))
  const [a, b, c, d, e, f] = transform
  if (turn === 1) return { height: width, matrix: [b, -a, d, -c, f, width - e] }
  if (turn === 2) return { height, matrix: [-a, -b, -c, -d, width - e, height - f] }
  if (turn === 3) return { height: width, matrix: [-b, a, -d, c, height - f, e] }
  return { height, matrix: transform }
}

/** In which direction a text runs: 0 right, 1 down, 2 left, 3 up. */
const turnOf = ([a, b]: Matrix, [va, vb, vc, vd]: Matrix): number => {
  const x = va * a + vc * b
  const y = vb * a + vd * b
  return Math.abs(x) >= Math.abs(y) ? (x >= 0 ? 0 : 2) : y > 0 ? 1 : 3
}

/** How far off the page's direction a text may run. */
const SLANT = 0.1

/** A text and its box; null for one that runs across the page, as a watermark does. */
const textOf = ({ str = '', transform, width }: PdfTextItem, matrix: Matrix): PdfText | null => {
  const [a, b, c, d, e, f] = transform
  const [x, baseline] = apply(matrix, e, f)
  const right = matrix[0] * a + matrix[2] * b
  const down = matrix[1] * a + matrix[3] * b
  const size = Math.hypot(c, d) || Math.hypot(a, b)
  const text = unifyIdeographs(str)
  if (Math.abs(right) <= SLANT * Math.abs(down))
    return { text, size, box: [x - size / 2, down > 0 ? baseline : baseline - width, size, width] }
  if (Math.abs(down) > SLANT * right) return null
  // Full-width letters reach an eighth of their size below the line they stand on.
  return { text, size, box: [x, baseline - size * 0.875, width, size] }
}
