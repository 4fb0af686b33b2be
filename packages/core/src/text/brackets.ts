import type { Hits } from './term-index.js'

/** Every mark that comes in pairs, openers before their closers. Half and full width are one pair. */
export const BRACKETS: readonly string[] = [
  '（',
  '(',
  '）',
  ')',
  '《',
  '》',
  '“',
  '”',
  '【',
  '】',
  '〔',
  '〕',
  '〈',
  '〉',
]

/** For each of BRACKETS its pair, and whether it opens. */
const PAIR = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
const OPENS = [true, true, false, false, true, false, true, false, true, false, true, false, true, false]

/**
 * Where brackets and quotation marks stand without a partner; `hits` are those of BRACKETS. `1)` and `一）` at the start of
 * an item are enumerations, not faults. Pairs are counted each by itself: a crossing of two kinds is left to the reader.
 */
export const findBracketFaults = (text: string, { terms, indices }: Hits): number[] => {
  const open: number[][] = [[], [], [], [], [], []]
  const faults: number[] = []
  for (let i = 0; i < terms.length; i++) {
    const mark = terms[i]!
    const stack = open[PAIR[mark]!]!
    if (OPENS[mark]) stack.push(indices[i]!)
    else if (stack.pop() === undefined && !isEnumeration(text, indices[i]!)) faults.push(indices[i]!)
  }
  for (const stack of open) faults.push(...stack)
  return faults.sort((a, b) => a - b)
}

const isEnumeration = (text: string, index: number): boolean =>
  /(?:^|[\s。;；:：,，、])[0-9０-９一二三四五六七八九十]{1,2}$/u.test(text.slice(Math.max(0, index - 4), index))
