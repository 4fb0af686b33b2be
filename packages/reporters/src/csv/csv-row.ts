import { cleanText } from '../message/clean-text.js'
import { inertLine } from '../message/inert-line.js'
import { wellFormed } from '../message/well-formed.js'

/** A cell's value: a number stays one, a text is only ever text. */
export type CsvValue = string | number | null | undefined

/** A row by RFC 4180. */
export const csvRow = (values: readonly CsvValue[]): string => `${values.map(csvCell).join(',')}\r\n`

// Full-width signs as well: a spreadsheet in Chinese takes them for the others.
const FORMULA = /^[=+\-@＝＋－＠]/
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

const csvCell = (value: CsvValue): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = inertLine(wellFormed(cleanText(value))).trim()
  const defused = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return `"${defused.replaceAll('"', '""')}"`
}
