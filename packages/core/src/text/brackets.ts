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
export const findBracketFaults = (text: string, hits: Hits): number[] => {
  if (isBalanced(hits)) return []
  const open: number[][] = [[], [], [], [], [], []]
  const faults: number[] = []
  for (let i = 0; i < hits.length; i += 2) {
    const mark = hits[i]!
    const index = hits[i + 1]!
    const stack = open[PAIR[mark]!]!
    if (OPENS[mark]) stack.push(index)
    else if (stack.pop() === undefined && !isEnumeration(text, index)) faults.push(index)
  }
  for (const stack of open) faults.push(...stack)
  return faults.sort((a, b) => a - b)
}

/** Whether every mark has its partner, as in nearly every text: told without keeping one. */
const isBalanced = (hits: Hits): boolean => {
  const depth = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < hits.length; i += 2) {
    const mark = hits[i]!
    const pair = PAIR[mark]!
    depth[pair] = depth[pair]! + (OPENS[mark] ? 1 : -1)
    if (depth[pair]! < 0) return false
  }
  return depth.every((open) => open === 0)
}

const isEnumeration = (text: string, index: number): boolean =>
  /(?:^|[\s。;；:：,，、])[0-9０-９一二三四五六七八九十]{1,2}$/u.test(text.slice(Math.max(0, index - 4), index))
