import { IntakeError } from '../../intake-error.js'
import { childOf, type XmlElement } from '../xml/create-xml-reader.js'
import { shownNumber } from './number-formats.js'
import { richText, unescaped, type Workbook } from './open-xlsx.js'

/**
 * The text that a cell shows. A formula shows what it last came to, and where the file does not tell, itself: it is no
 * blank and no 0.
 */
export const cellText = (cell: XmlElement, workbook: Workbook): string => {
  const { t: type = 'n', s: style = '0' } = cell.attributes
  if (type === 'inlineStr') {
    const string = childOf(cell, 's:is')
    return string ? richText(string) : ''
  }
  const value = childOf(cell, 's:v')
  const formula = childOf(cell, 's:f')
  if (formula && (value === undefined || (value.text === '' && type !== 'str'))) return `=${formula.text}`
  const text = value?.text ?? ''
  switch (type) {
    case 's':
      return text === '' ? '' : stringAt(text, workbook.strings)
    case 'n':
      return text.trim() === '' ? '' : numberText(text.trim(), workbook.formats[Number(style)] ?? '', workbook.is1904)
    case 'b':
      return text === '1' || text === 'true' ? 'TRUE' : 'FALSE'
    default:
      return unescaped(text)
  }
}

const stringAt = (index: string, strings: readonly string[]): string => {
  const string = strings[Number(index)]
  if (string === undefined) throw new IntakeError('DAMAGED', `The workbook has no string ${index}.`)
  return string
}

/** Digits that a number in binary surely keeps. */
const SURE_DIGITS = 15

const numberText = (text: string, format: string, is1904: boolean): string => {
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  const shown = format === '' ? null : shownNumber(number, format, is1904)
  if (shown !== null) return shown
  if (Number.isSafeInteger(number)) return String(number === 0 ? 0 : number)
  // A long number of digits only is a code, which is no longer safe as a number.
  return /^-?\d+$/u.test(text) ? text : String(Number(number.toPrecision(SURE_DIGITS)))
}
