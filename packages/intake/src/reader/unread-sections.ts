import type { Unread } from '../model/document-model.js'
import type { Heading } from './outline.js'
import type { Reading } from './reading.js'

/**
 * The sections that what could not be read may belong to: that of the heading before it, and every one, headings lost,
 * up to that of the heading after it.
 */
export const unreadSections = (
  { lexicon }: Reading,
  headings: readonly Heading[],
  unread: readonly Unread[],
): readonly string[] => {
  const known = headings.filter(({ section }) => section !== null)
  const positionOf = (heading: Heading | undefined, otherwise: number) =>
    heading ? lexicon.sections.findIndex(({ id }) => id === heading.section) : otherwise
  const found = new Set<string>()
  for (const { item } of unread) {
    const before = known.findLast((heading) => heading.item < item)
    const from = positionOf(before, 0)
    const to = positionOf(
      known.find((heading) => heading.item >= item),
      lexicon.sections.length,
    )
    for (const { id } of lexicon.sections.slice(from, Math.max(to, before ? from + 1 : 0))) found.add(id)
  }
  return lexicon.sections.flatMap(({ id }) => (found.has(id) ? [id] : []))
}
