import { chineseNumber, type Day, validDay } from '@gouji/core'

const DIGITS = '〇一二三四五六七八九'
const NUMERIC = /((?:19|20)\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)\s*日?/u
const CHINESE =
  /([一二三四五六七八九〇零○OＯ]{4})\s*年\s*([一二三四五六七八九十]{1,3})\s*月\s*([一二三四五六七八九十]{1,3})\s*日/u

/** A day as printed, and where in the text. */
export interface PrintedDay {
  readonly day: Day
  readonly text: string
  readonly index: number
  /** Whether it is written out with 年, 月 and 日, as a signature is. */
  readonly isWrittenOut: boolean
}

/** The first day of the calendar that the text names, in digits or in Chinese numerals; null where it names none. */
export const findDay = (text: string): PrintedDay | null => {
  const half = text.normalize('NFKC')
  const numeric = NUMERIC.exec(half)
  if (numeric) {
    const day = validDay(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]))
    return day && { day, text: numeric[0], index: numeric.index, isWrittenOut: /年.*月.*日/u.test(numeric[0]) }
  }
  const chinese = CHINESE.exec(half)
  if (!chinese) return null
  const [whole, year = '', month = '', date = ''] = chinese
  const day = validDay(chineseYear(year), chineseNumber(month) ?? 0, chineseNumber(date) ?? 0)
  return day && { day, text: whole, index: chinese.index, isWrittenOut: true }
}

/** The first year that the text names: 2020年, 二〇二〇年, (2020); null where it names none. */
export const findYear = (text: string): number | null => {
  const half = text.normalize('NFKC')
  const numeric = /(?<!\d)((?:19|20)\d{2})\s*年/u.exec(half) ?? /(?<!\d)((?:19|20)\d{2})(?!\d)/u.exec(half)
  if (numeric) return Number(numeric[1])
  const chinese = /([一二三四五六七八九〇零○OＯ]{4})\s*年/u.exec(half)?.[1]
  const year = chinese === undefined ? 0 : chineseYear(chinese)
  return year >= 1900 && year <= 2999 ? year : null
}

const chineseYear = (text: string): number =>
  [...text].reduce((year, char) => year * 10 + Math.max(0, DIGITS.indexOf(char)), 0)

/** YYYY-MM-DD. */
export const isoDay = ({ year, month, day }: Day): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
