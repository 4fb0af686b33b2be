import type { Paragraph } from '../../blocks/block.js'
import { joinLines } from '../../blocks/to-items.js'
import { type PageLine, rounded } from './page-blocks.js'

/** The edges of the document's text, which most of its lines begin and end at. */
export interface Margins {
  readonly left: number
  readonly right: number
}

/** In sizes of a letter: how far from the edge a line still reaches it, and how far below each other lines of one text are. */
const NEAR_EDGE = 1.7
const INDENT = 0.9
const FIRST_INDENT = 2.6
const MOST_PITCH = 2.7
const SAME_SIZE = 1
/** As many lines share an edge of the text. */
const FEWEST = 2

export const marginsOf = (lines: readonly PageLine[]): Margins => {
  const lefts = lines.map(({ box: [x] }) => x).sort((a, b) => a - b)
  const rights = lines.map(({ box: [x, , width] }) => -x - width).sort((a, b) => a - b)
  const shared = (edges: readonly number[], reach: number) =>
    edges.find((edge, at) => (edges[at + FEWEST - 1] ?? Number.POSITIVE_INFINITY) - edge < reach) ?? edges[0] ?? 0
  return { left: shared(lefts, 2), right: -shared(rights, 8) }
}

/** The lines as the paragraphs that they are wrapped from, which may go on over a page's end. */
export const paragraphsOf = (lines: readonly PageLine[], margins: Margins): readonly Paragraph[] => {
  const paragraphs: Paragraph[] = []
  let last: PageLine | null = null
  for (const line of lines) {
    const open = paragraphs.at(-1)
    const startsPage = last !== null && last.page !== line.page
    if (last && open && goesOn(last, line, margins))
      paragraphs[paragraphs.length - 1] = { ...open, text: joinLines(open.text, line.text) }
    else
      paragraphs.push({
        kind: 'paragraph',
        text: line.text,
        place: { page: line.page, box: line.box.map(rounded) },
        ...(startsPage && { startsPage }),
      })
    last = line
  }
  return paragraphs
}

/** Whether a line is the last one's text, wrapped: that one reaches the edge, and this one is not indented. */
const goesOn = (last: PageLine, { box, size, page, text }: PageLine, { left, right }: Margins): boolean => {
  const [x, y, width] = last.box
  // A line with cells is a row's.
  if (Math.abs(last.size - size) > SAME_SIZE || last.text.includes('   ') || text.includes('   ')) return false
  // A signature reaches the edge, too, and does not begin at the other.
  if (x > left + size * FIRST_INDENT || x + width < right - size * NEAR_EDGE) return false
  if (box[0] > left + size * INDENT) return false
  if (page === last.page && box[1] - y > size * MOST_PITCH) return false
  return !(/[。；;！？!?]$/u.test(last.text) && /^[一二三四五六七八九十]{1,3}、/u.test(text))
}
