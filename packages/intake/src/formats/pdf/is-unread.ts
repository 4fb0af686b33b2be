import type { PdfText } from './pdf-page.js'
import type { OperatorList } from './pdfjs.js'

/** How many characters a page with a text has at least: a scanned one may have a page number. */
const FEWEST_CHARACTERS = 12
/** A page that draws more without a text has its letters drawn as outlines. */
const MOST_PATHS = 200
/** The part of a page's letters that may have lost their meaning. */
const MOST_LOST = 0.5
/** The modes in which letters leave no trace on the page. */
const INVISIBLE = [3, 7]

/**
 * Whether the page draws something, and next to no text that can be read: a scan, one with the text that a machine took
 * it for behind it, or letters that stand for nothing.
 */
export const isUnread = (
  texts: readonly PdfText[],
  operators: OperatorList,
  ops: Readonly<Record<string, number>>,
): boolean => {
  const read = texts.reduce((sum, { text }) => sum + text.length, 0)
  const { letters, invisible, pictures, paths } = countDrawn(operators, ops)
  const visible = Math.min(read, letters - invisible)
  if (letters - invisible > FEWEST_CHARACTERS && read < letters * MOST_LOST) return true
  return visible < FEWEST_CHARACTERS && (pictures > 0 || paths > MOST_PATHS)
}

const countDrawn = ({ fnArray, argsArray }: OperatorList, ops: Readonly<Record<string, number>>) => {
  const count = { letters: 0, invisible: 0, pictures: 0, paths: 0 }
  const modes: unknown[] = []
  let mode: unknown = 0
  for (const [at, op] of fnArray.entries()) {
    if (op === ops.save) modes.push(mode)
    else if (op === ops.restore) mode = modes.pop() ?? 0
    else if (op === ops.setTextRenderingMode) mode = argsArray[at]?.[0]
    else if (op === ops.showText) {
      const letters = lettersIn(argsArray[at]?.[0])
      count.letters += letters
      if (INVISIBLE.includes(mode as number)) count.invisible += letters
    } else if (op === ops.constructPath) count.paths++
    // A picture is not decoded, and all that is left of it is the place where it would be drawn.
    if (op === ops.transform && fnArray[at + 1] === ops.restore) count.pictures++
  }
  return count
}

const lettersIn = (glyphs: unknown): number =>
  Array.isArray(glyphs)
    ? glyphs.filter((glyph) => typeof glyph === 'object' && glyph !== null && !isBlank(glyph)).length
    : 0

const isBlank = (glyph: { readonly isSpace?: boolean; readonly width?: number }): boolean =>
  glyph.isSpace === true || glyph.width === 0
