import type { Day } from './dates.js'
import { findRange, type PrintedRange, readYear } from './ranges.js'

/** A period as a text states it; `readable` is false where its words are there and its dates are not (lost glyphs). */
export interface StatedPeriod {
  readonly readable: boolean
  readonly from?: Day
  readonly to?: Day
  /** The words that state it. */
  readonly text: string
  readonly index: number
}

const LONGEST_CLAUSE = 60
const DATED = /[年月日]|(?:19|20)\d{2}\s*[-./]\s*\d|(?<!\d)(?:19|20)\d{6}(?!\d)/u

/**
 * The period that the text states: a range of dates, of months or a year that follows one of `words`, else a whole
 * calendar year that stands as a range, and is the only one; `null` where it states none.
 */
export const findPeriod = (text: string, words: readonly string[]): StatedPeriod | null => {
  let announced: StatedPeriod | null = null
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const from = at + word.length
      const after = clauseFrom(text, from, at + LONGEST_CLAUSE)
      const range = firstAnnounced(after) ?? readYear(after)
      if (range) return periodOf(range, from)
      if (DATED.test(after)) announced ??= { readable: false, text: word + after, index: at }
    }
  }
  return wholeYear(text) ?? announced
}

const clauseFrom = (text: string, from: number, to: number): string => {
  const clause = text.slice(from, to)
  const end = clause.search(/[。;；\n]/)
  return end < 0 ? clause : clause.slice(0, end)
}

/** Days stand anywhere in the clause; 统计数据显示,1月至6月… speaks of months and states no period. */
const firstAnnounced = (after: string): PrintedRange | null =>
  findRange(after, ({ unit, index }) => unit === 'day' || !/[,，、]/u.test(after.slice(0, index)))

/** What a year is compared with (比2019年1月至12月) is not the report's, and of two years neither is told from the other. */
const wholeYear = (text: string): StatedPeriod | null => {
  let first: PrintedRange | null = null
  const other = findRange(text, (range) => {
    if (!spansYear(range) || /[与比较同]/u.test(text.charAt(range.index - 1))) return false
    first ??= range
    return range.from?.year !== first.from?.year
  })
  return first !== null && other === null ? periodOf(first, 0) : null
}

const spansYear = ({ from, to }: PrintedRange): boolean =>
  from?.month === 1 && from.day === 1 && to?.month === 12 && to.day === 31 && from.year === to.year

const periodOf = ({ from, to, text, index }: PrintedRange, offset: number): StatedPeriod => {
  const at = offset + index
  return from && to ? { readable: true, from, to, text, index: at } : { readable: false, text, index: at }
}
