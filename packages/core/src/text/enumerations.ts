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

/** Value and place of the marker at `i`; value 0 where it introduces no item. */
const valueAt = (text: string, hits: Hits, i: number): number => {
  const value = hits[i]! + 1
  const index = hits[i + 1]!
  // A text begins as a line does.
  const before = index === 0 ? LINE_END : text.charCodeAt(index - 1)
  return (value === 1 ? ENDS_IN_ONE.has(before) : !CLAUSE_START.has(before)) ? 0 : value
}

/**
 * Where markers 二是, 三是, … stand that do not follow the one before them; `hits` are those of MARKERS. An enumeration may
 * run over paragraphs, and hold another in one of its items; a new one starts at 一是.
 */
export const findEnumerationGaps = (text: string, hits: Hits): readonly number[] => {
  let last = 0
  for (let i = 0; i < hits.length; i += 2) {
    const value = valueAt(text, hits, i)
    if (value === 0) continue
    // Nearly every text's items follow one another: only in the others is it asked what is in what.
    if (value !== 1 && value !== last + 1) return gapsOfNested(text, hits)
    last = value
  }
  return NONE
}

const NONE: readonly number[] = []

/** An enumeration as far as it has come. */
interface Enumeration {
  /** The value of its last item, and where that stands. */
  last: number
  at: number
  /** Whether it begins a paragraph, and whether in that of the item before it, of another enumeration. */
  readonly startsLine: boolean
  readonly isInItem: boolean
}

/** How many enumerations are kept that may go on, finished ones too: none is closed. */
const MOST_OPEN = 64

const gapsOfNested = (text: string, hits: Hits): readonly number[] => {
  const gaps: number[] = []
  const open: Enumeration[] = []
  for (let i = 0; i < hits.length; i += 2) {
    const value = valueAt(text, hits, i)
    const index = hits[i + 1]!
    if (value === 0) continue
    const current = open.at(-1)
    if (value === 1 || current === undefined) {
      if (value !== 1) gaps.push(index)
      const isInItem = current !== undefined && !text.slice(current.at, index).includes('\n')
      open.push({ last: value, at: index, startsLine: startsLine(text, index), isInItem })
      if (open.length > MOST_OPEN) open.shift()
      continue
    }
    if (value !== current.last + 1) {
      const outer = outerOf(open, value, startsLine(text, index))
      if (outer < 0) gaps.push(index)
      else open.length = outer + 1
    }
    const own = open.at(-1)!
    own.last = value
    own.at = index
  }
  return gaps
}

/**
 * The open enumeration that goes on with the item, behind those which its last item holds; -1 where none does. One held
 * has two items at least, and begins in the paragraph of the item that holds it, or the next item begins a paragraph and
 * it does not: else it is a list of its own beside one that is over (问题：一是…；二是…。措施：一是…；三是…).
 */
const outerOf = (open: readonly Enumeration[], value: number, beginsLine: boolean): number => {
  for (let outer = open.length - 2; outer >= 0; outer--) {
    const inner = open[outer + 1]!
    if (inner.last < 2 || !(inner.isInItem || (beginsLine && !inner.startsLine))) return -1
    if (open[outer]!.last === value - 1) return outer
  }
  return -1
}

const startsLine = (text: string, index: number): boolean =>
  /(?:^|\n)[ \t\u3000\u00a0]*$/u.test(text.slice(Math.max(0, index - 8), index))
