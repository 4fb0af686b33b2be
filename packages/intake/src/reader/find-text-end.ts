import { findFooter } from './find-footer.js'
import { isCounter } from './noise.js'
import type { Heading } from './outline.js'
import type { Reading } from './reading.js'

/**
 * The item with which the report's text ends: the web page's footer, or a counter of its visitors that stands below the
 * signature or has nothing but furniture below it. One among the paragraphs is the report's own figure.
 */
export const findTextEnd = (
  reading: Reading,
  headings: readonly Heading[],
  isTaken: (item: number) => boolean,
): number => {
  const { items, noise } = reading
  const last = headings.at(-1)
  let end = findFooter(reading, headings)
  if (!last) return end
  const first = last.item + last.items
  const isOver = (item: number) => noise[item] || isTaken(item) || isCounter(items[item]!.text)
  while (end > first && isOver(end - 1)) end--
  let isSigned = false
  for (let item = first; item < end; item++) {
    if (isSigned && isCounter(items[item]!.text)) return item
    if (!noise[item]) isSigned = isTaken(item)
  }
  return end
}
