import { formatValue } from 'hucre'
import { childOf, type XmlElement } from '../xml/create-xml-reader.js'

const GENERAL = 'General'
const MONTH = 'yyyy"年"m"月"'
const MONTH_DAY = 'm"月"d"日"'
const TIME = 'h"时"mm"分"'

/** The formats with a number of their own that show a number as something else; as a Chinese system shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: MONTH,
  28: MONTH_DAY,
  29: MONTH_DAY,
  30: 'm-d-yy',
  31: `${MONTH}d"日"`,
  32: TIME,
  33: `${TIME}ss"秒"`,
  34: TIME,
  35: `${TIME}ss"秒"`,
  36: MONTH,
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: MONTH,
  51: MONTH_DAY,
  52: MONTH,
  53: MONTH_DAY,
  54: MONTH_DAY,
  55: TIME,
  56: `${TIME}ss"秒"`,
  57: MONTH,
  58: MONTH_DAY,
}

/** The number format of each style of a workbook's cells. */
export const formatsOf = (styles: XmlElement | undefined): readonly string[] => {
  const own = new Map(
    (childOf(styles, 's:numFmts')?.children ?? []).map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? GENERAL,
    ]),
  )
  return (childOf(styles, 's:cellXfs')?.children ?? []).map(({ attributes: { numFmtId = '0' } }) => {
    return own.get(numFmtId) ?? BUILT_IN[Number(numFmtId)] ?? GENERAL
  })
}

/** What is printed as it stands, and colours, languages and conditions; elapsed hours are no such thing. */
const LITERAL = /"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu
const DATE = /[ymdhs]/iu
/** A comma after the last digit leaves three out. */
const SCALED = /[0#?],+(?![0#?,])/u
const LONGEST = 255

/**
 * The number as the format shows it, where that means another thing: a percentage, a day, thousands left out. Null where
 * it is the same number, however many digits of it are shown.
 */
export const shownNumber = (number: number, format: string, is1904: boolean): string | null => {
  if (format.length > LONGEST || /^general$/iu.test(format)) return null
  const bare = format.replace(LITERAL, '')
  if (!DATE.test(bare) && !bare.includes('%') && !SCALED.test(bare)) return null
  return formatValue(number, format, { is1904 })
}
