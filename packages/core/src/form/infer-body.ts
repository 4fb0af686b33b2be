import type { Body, Form } from '../types.js'

/** Kind and rank of a body, as far as its name tells: `unknown` where it does not. */
export const inferBody = (form: Form, name: string): Required<Pick<Body, 'kind' | 'rank'>> => ({
  kind: form.bodies.kinds.find(({ endings }) => endings.some((ending) => name.endsWith(ending)))?.kind ?? 'unknown',
  rank: inferRank(form, name),
})

const inferRank = (form: Form, name: string): NonNullable<Body['rank']> => {
  const { ranks, notMarks = [] } = form.bodies
  const ended = ranks.find(({ endings = [] }) => endings.some((ending) => name.endsWith(ending)))
  if (ended) return ended.rank
  let rest = maskWords(name, notMarks)
  let found: NonNullable<Body['rank']> = 'unknown'
  // Regions stand from the highest down, so each mark is looked for after the one before it: 淮安市 → 洪泽区.
  for (let next = 0; next < ranks.length; ) {
    const hit = firstMark(rest, ranks.slice(next))
    if (!hit) return found
    found = hit.rank
    next = ranks.findIndex(({ rank }) => rank === hit.rank) + 1
    rest = rest.slice(hit.end)
  }
  return found
}

/** The words replaced by as many blanks, so that no mark is seen in them. */
const maskWords = (name: string, words: readonly string[]): string =>
  words.reduce((text, word) => text.replaceAll(word, ' '.repeat(word.length)), name)

const firstMark = (
  text: string,
  ranks: Form['bodies']['ranks'],
): { rank: NonNullable<Body['rank']>; end: number } | null => {
  let best: { rank: NonNullable<Body['rank']>; start: number; end: number; length: number } | null = null
  for (const { rank, marks = [] } of ranks) {
    for (const mark of marks) {
      const start = text.indexOf(mark)
      if (start < 0) continue
      // A mark of one character ends a name, so it never opens one: 市… after 沙洋县 is no city.
      if (start === 0 && mark.length === 1) continue
      const end = start + mark.length
      // The first to end is the region's own; of two that end together the longer says more (自治区, 区).
      if (!best || end < best.end || (end === best.end && mark.length > best.length))
        best = { rank, start, end, length: mark.length }
    }
  }
  return best
}
