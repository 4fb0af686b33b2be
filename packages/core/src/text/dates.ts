/** A day of the calendar. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A period as a text states it; `readable` is false where its words are there and its dates are not (lost glyphs). */
export interface StatedPeriod {
  readonly readable: boolean
  readonly from?: Day
  readonly to?: Day
  /** The words that state it. */
  readonly text: string
  readonly index: number
}

/** yyyymmdd, so that days compare as numbers. */
export const dayNumber = ({ year, month, day }: Day): number => year * 10000 + month * 100 + day

/** Reads YYYY-MM-DD; `null` where it is no day of the calendar. */
export const parseIsoDay = (text: string): Day | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? validDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The day, or `null` where the calendar has none such. */
export const validDay = (year: number, month: number, day: number): Day | null => {
  const last = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ]
  const days = last[month - 1]
  return days !== undefined && day >= 1 && day <= days ? { year, month, day } : null
}

const RANGE =
  /([0-9０-９]{4})\s*年\s*([0-9０-９]{1,2})\s*月\s*([0-9０-９]{1,2})\s*日?\s*(?:起|开始)?\s*(?:至|到|止|—+|-+|－|~|～|–)\s*(?:([0-9０-９]{4})\s*年\s*|同年\s*|当年\s*)?([0-9０-９]{1,2})\s*月\s*([0-9０-９]{1,2})\s*日/u

const digits = (text: string): number => {
  const number = Number(text)
  return Number.isNaN(number) ? Number(text.normalize('NFKC')) : number
}

const EVERY_RANGE = new RegExp(RANGE, 'gu')

/**
 * The period that the text states: a range of dates that follows one of `words`, else a whole calendar year wherever it
 * stands; `null` where it states none.
 */
export const findPeriod = (text: string, words: readonly string[]): StatedPeriod | null => {
  let announced: StatedPeriod | null = null
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const clause = text.slice(at, at + 60).split(/[。;；\n]/u)[0] ?? ''
      const period = readRange(clause, at)
      if (period) return period
      if (/[年月日]/u.test(clause.slice(word.length))) announced ??= { readable: false, text: clause, index: at }
    }
  }
  for (const match of text.matchAll(EVERY_RANGE)) {
    const period = readRange(match[0], match.index)
    const { from, to } = period ?? {}
    if (from && to && from.year === to.year && from.month === 1 && from.day === 1 && to.month === 12 && to.day === 31)
      return period
  }
  return announced
}

const readRange = (clause: string, offset: number): StatedPeriod | null => {
  const match = RANGE.exec(clause)
  if (!match) return null
  const [text, y1 = '', m1 = '', d1 = '', y2, m2 = '', d2 = ''] = match
  const from = validDay(digits(y1), digits(m1), digits(d1))
  const to = validDay(digits(y2 ?? y1), digits(m2), digits(d2))
  const place = { text, index: offset + match.index }
  return from && to ? { readable: true, from, to, ...place } : { readable: false, ...place }
}
