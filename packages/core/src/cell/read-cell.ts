import type { Cell } from '../types.js'

/** What a cell turns out to be. `missing` is said by the reading of a report, never of a cell that is there. */
export type CellState = 'missing' | 'number' | 'blank' | 'placeholder' | 'annotated' | 'unreadable'

/** A cell read: its number where it has one, and how it is written. */
export interface ReadCell {
  readonly state: Exclude<CellState, 'missing'>
  /** Of a number or an annotated number; NaN for all else. */
  readonly number: number
  /** The unit written behind the number: 元. */
  readonly unit?: string
  /** Written otherwise than in plain digits: full width, separators, leading zeros, a leading +. */
  readonly oddDigits: boolean
}

/** The words of a form that cells are read by. */
export interface CellWords {
  readonly placeholders: ReadonlySet<string>
  /** The longest first. */
  readonly units: readonly string[]
}

const BLANK: ReadCell = { state: 'blank', number: Number.NaN, oddDigits: false }
const PLACEHOLDER: ReadCell = { state: 'placeholder', number: Number.NaN, oddDigits: false }
const UNREADABLE: ReadCell = { state: 'unreadable', number: Number.NaN, oddDigits: false }

// Separators are taken only where they group by three: 1,170 is a number, 1,17 is not.
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/
const LEADING_NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\d,.])\s*(.*)$/s
const NOTE = /^\([^()]*(?:\([^()]*\)[^()]*)*\)$/

/** Reads one cell. Never guesses: text that is no number, no placeholder and no recognised note is unreadable. */
export const readCell = (raw: Cell, words: CellWords): ReadCell => {
  if (typeof raw === 'number') return readNumber(raw)
  if (raw === null) return BLANK
  const text = raw.trim()
  if (text === '') return BLANK
  if (words.placeholders.has(text)) return PLACEHOLDER
  if (text.length > 200) return UNREADABLE
  const half = text.normalize('NFKC').replace(/[−–]/g, '-').replace(/\s+/g, ' ')
  if (words.placeholders.has(half)) return PLACEHOLDER
  return readWhole(half, half !== text) ?? readAnnotated(half, text, words) ?? UNREADABLE
}

const readNumber = (number: number): ReadCell =>
  Math.abs(number) <= Number.MAX_SAFE_INTEGER ? { state: 'number', number, oddDigits: false } : UNREADABLE

const readWhole = (text: string, rewritten: boolean): ReadCell | null => {
  const match = NUMBER.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', decimals = ''] = match
  const number = Number(sign + whole.replaceAll(',', '') + decimals)
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) return null
  const oddDigits = rewritten || sign === '+' || whole.includes(',') || /^0\d/.test(whole)
  return { state: 'number', number, oddDigits }
}

const readAnnotated = (text: string, raw: string, words: CellWords): ReadCell | null => {
  const match = LEADING_NUMBER.exec(text)
  if (!match) return null
  const [, digits = '', after = ''] = match
  const unit = words.units.find((candidate) => after.startsWith(candidate))
  const note = unit ? after.slice(unit.length).trim() : after
  if (note !== '' && !NOTE.test(note)) return null
  if (unit === undefined && note === '') return null
  // The brackets of a note are full width by custom; only its number's digits are asked for.
  const number = readWhole(digits, !raw.startsWith(digits))
  return number && { ...number, state: 'annotated', ...(unit === undefined ? {} : { unit }) }
}
