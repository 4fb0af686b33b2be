import { isChrome } from './noise.js'
import type { Heading } from './outline.js'
import type { Reading } from './reading.js'

/**
 * The item with which the web page's furniture begins below the last heading: what follows it is furniture too, such
 * as copyright, addresses, other articles. The number of items where there is none.
 */
export const findFooter = ({ items, noise, lexicon }: Reading, headings: readonly Heading[]): number => {
  const last = headings.at(-1)
  if (!last) return items.length
  for (let item = last.item + last.items; item < items.length; item++)
    if (noise[item] && isChrome(items[item]!.text, lexicon.chrome)) return item
  return items.length
}
