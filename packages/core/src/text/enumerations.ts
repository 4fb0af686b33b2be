import { chineseNumber } from './normalize.js'

/** A marker of an enumeration (二是) whose predecessor is not there. */
export interface EnumerationGap {
  readonly index: number
  readonly marker: string
}

const CLAUSE_START = /[\s。;；:：,，、.!！?？)）]/u

/**
 * Markers 二是, 三是, … that do not follow the one before them. An enumeration may run over paragraphs; a new one starts
 * at 一是. Of one broken enumeration only its first marker is told.
 */
export const findEnumerationGaps = (text: string): EnumerationGap[] => {
  const gaps: EnumerationGap[] = []
  let last = 0
  for (let at = text.indexOf('是'); at >= 0; at = text.indexOf('是', at + 1)) {
    const value = at > 0 ? chineseNumber(text[at - 1]!) : null
    if (value === null) continue
    const before = at > 1 ? text[at - 2]! : '\n'
    if (!CLAUSE_START.test(before)) continue
    if (value !== 1 && value !== last + 1) gaps.push({ index: at - 1, marker: text.slice(at - 1, at + 1) })
    last = value
  }
  return gaps
}
