/** A day of the calendar. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** yyyymmdd, so that days compare as numbers. */
export const dayNumber = ({ year, month, day }: Day): number => year * 10000 + month * 100 + day

/** Reads YYYY-MM-DD; `null` where it is no day of the calendar. */
export const parseIsoDay = (text: string): Day | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? validDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The day, or `null` where the calendar has none such. */
export const validDay = (year: number, month: number, day: number): Day | null =>
  day >= 1 && day <= lastDayOf(year, month) ? { year, month, day } : null

/** The number of the month's last day; 0 where the calendar has no such month. */
export const lastDayOf = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return LAST_DAYS[month - 1] ?? 0
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
