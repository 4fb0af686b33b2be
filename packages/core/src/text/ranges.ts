import { type Day, lastDayOf, validDay } from './dates.js'
import { chineseNumber } from './ordinals.js'

/** Two dates with what joins them, as printed; a date that is no day of the calendar is null. */
export interface PrintedRange {
  readonly unit: 'day' | 'month' | 'year'
  readonly from: Day | null
  readonly to: Day | null
  readonly text: string
  readonly index: number
}

const ZEROS = '〇零○◯OoΟО'
const DIGIT = '一二三四五六七八九'
/** Bounded, so that a text of nothing but white space costs nothing. */
const GAP = '\\s{0,4}'
const YEAR = `([\\d${ZEROS}${DIGIT}]{4})${GAP}年度?${GAP}[(（]?${GAP}`
const NUMBER = `(\\d{1,2}|[${DIGIT}十]{1,3}|元)`
const DAY = `${NUMBER}${GAP}月${GAP}${NUMBER}${GAP}`
const JOINED = `${GAP}(?:起|开始)?${GAP}[,，]?${GAP}(?:至|到|止|[-－~～—–―─−]{1,4})${GAP}`
const SAME_YEAR = `(?:${YEAR}|同年${GAP}|当年${GAP})?`
const DOTTED_DAY = `(\\d{1,2})${GAP}\\2${GAP}(\\d{1,2})(?!\\d)`

/** 2020年1月1日至(2020年)12月31日, in digits or in Chinese numerals. */
const DAYS = new RegExp(`(?<!\\d)${YEAR}${DAY}日?${JOINED}${SAME_YEAR}${DAY}日`, 'g')
/** 2020.1.1-2020.12.31, 2020/1/1—12/31, 2020-01-01至2020-12-31. */
const DOTTED = new RegExp(
  `(?<!\\d)(\\d{4})${GAP}([-－.．/／])${GAP}${DOTTED_DAY}${JOINED}(?:(\\d{4})${GAP}\\2${GAP})?${DOTTED_DAY}(?!${GAP}\\2${GAP}\\d)`,
  'g',
)
/** 2020年1月至(2020年)12月, 2020年1-12月. */
const MONTHS = new RegExp(
  `(?<!\\d)${YEAR}${NUMBER}${GAP}月?份?${JOINED}${SAME_YEAR}${NUMBER}${GAP}月(?!${GAP}(?:\\d|[${DIGIT}十]{1,3}${GAP}日))`,
  'g',
)
/** 为2020年度, 是2020年全年: a year, and no part of it. */
const WHOLE = new RegExp(
  `^([\\s为是系均即:：(（]{0,4})([\\d${ZEROS}${DIGIT}]{4})${GAP}年${GAP}(?:度|全年)(?!${GAP}(?:\\d|[上下前后第]|[-－~～—–―─−至到]|[${DIGIT}]季|.{0,6}月))`,
)

/** What two matched dates are. Groups are read one by one and the range is made whole: taking apart and spreading cost more than matching. */
type ReadRange = (match: RegExpExecArray, text: string) => PrintedRange

/** Of days, where their years, months and days are the groups of these numbers; a second year may be left out. */
const daysIn =
  (y1: number, m1: number, d1: number, y2: number, m2: number, d2: number): ReadRange =>
  (match, text) => ({
    unit: 'day',
    from: dayOf(match[y1]!, match[m1]!, match[d1]!),
    to: dayOf(match[y2] ?? match[y1]!, match[m2]!, match[d2]!),
    text,
    index: match.index,
  })

const readMonths: ReadRange = (match, text) => {
  const year = match[3] ?? match[1]!
  return {
    unit: 'month',
    from: dayOf(match[1]!, match[2]!, '1'),
    to: dayOf(year, match[4]!, String(lastDayOf(yearOf(year), numberOf(match[4]!)))),
    text,
    index: match.index,
  }
}

const FORMS: readonly (readonly [RegExp, ReadRange])[] = [
  [DAYS, daysIn(1, 2, 3, 4, 5, 6)],
  [DOTTED, daysIn(1, 3, 4, 5, 6, 7)],
  [MONTHS, readMonths],
]

/** The first range that the text prints and that is accepted, those of days before those of months; null where none is. */
export const findRange = (text: string, accepts: (range: PrintedRange) => boolean): PrintedRange | null => {
  const half = withDigits(text)
  for (const [form, read] of FORMS) {
    form.lastIndex = 0
    for (let match = form.exec(half); match !== null; match = form.exec(half)) {
      const end = match.index + match[0].length
      const range = read(match, text.slice(match.index, end))
      if (accepts(range)) return range
      form.lastIndex = end
    }
  }
  return null
}

/** The whole year that the text opens with, 为2020年度; null where it opens with none. */
export const readYear = (text: string): PrintedRange | null => {
  const match = WHOLE.exec(withDigits(text))
  if (!match) return null
  const [{ length }, { length: index } = '', year = ''] = match
  return {
    unit: 'year',
    from: dayOf(year, '1', '1'),
    to: dayOf(year, '12', '31'),
    text: text.slice(index, length),
    index,
  }
}

/** The text with ASCII digits, character for character, so that places stay what they are. */
const withDigits = (text: string): string =>
  /[０-９]/.test(text) ? text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)) : text

const dayOf = (year: string, month: string, day: string): Day | null =>
  validDay(yearOf(year), numberOf(month), numberOf(day))

const yearOf = (text: string): number => {
  const year = Number(text)
  if (!Number.isNaN(year)) return year
  return Number([...text].map((char) => (ZEROS.includes(char) ? '0' : (chineseNumber(char) ?? char))).join(''))
}

const numberOf = (text: string): number => {
  const number = Number(text)
  return Number.isNaN(number) ? (text === '元' ? 1 : (chineseNumber(text) ?? 0)) : number
}
