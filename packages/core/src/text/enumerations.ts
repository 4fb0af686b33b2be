import type { Hits } from './term-index.js'

/** Codes are compared, as a character of a text would be a string of its own. */
const codesOf = (characters: string): ReadonlySet<number> => new Set([...characters].map((each) => each.charCodeAt(0)))

const LINE_END = 0x0a

/** 一是 to 十是: what introduces the items of an enumeration. */
export const MARKERS: readonly string[] = [...'一二三四五六七八九十'].map((digit) => `${digit}是`)

/** 一是 may follow a subject (我局一是…), but these words end in 一: 统一是, 之一是. */
const ENDS_IN_ONE = codesOf('统唯之单第同万逐不专合划归如始')

/** What may stand before any other marker. */
const CLAUSE_START = codesOf('。；，：;,:、.!！?？)）” \n\t\r\u3000\u00a0')

/**
 * Where markers 二是, 三是, … stand that do not follow the one before them; `hits` are those of MARKERS. An enumeration may
 * run over paragraphs; a new one starts at 一是.
 */
export const findEnumerationGaps = (text: string, hits: Hits): number[] => {
  const gaps: number[] = []
  let last = 0
  for (let i = 0; i < hits.length; i += 2) {
    const value = hits[i]! + 1
    const index = hits[i + 1]!
    // A text begins as a line does.
    const before = index === 0 ? LINE_END : text.charCodeAt(index - 1)
    if (value === 1 ? ENDS_IN_ONE.has(before) : !CLAUSE_START.has(before)) continue
    if (value !== 1 && value !== last + 1) gaps.push(index)
    last = value
  }
  return gaps
}
