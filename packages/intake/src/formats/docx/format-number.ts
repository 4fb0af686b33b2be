const DIGITS = '〇一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖'

const chars = (text: string): readonly string[] => [...text]

/** One character a number, from 1. */
const from = (text: string) => {
  const all = chars(text)
  return (number: number): string | undefined => all[number - 1]
}

const digitByDigit = (digits: string) => (number: number) =>
  String(number).replace(/\d/gu, (digit) => digits[Number(digit)]!)

/** 一百零一, as it is said; undefined from ten thousand on. */
const counting =
  (digits: string, units: string, zero: string, isShort: boolean) =>
  (number: number): string | undefined => {
    if (number <= 0 || number > 9999) return undefined
    let said = ''
    const all = chars(String(number)).map(Number)
    all.forEach((digit, at) => {
      const unit = all.length - at - 1
      if (digit > 0) said += digits[digit]! + (unit > 0 ? units[unit - 1]! : '')
      else if (all[at + 1]) said += zero
    })
    return isShort && number > 9 && number < 20 ? said.slice(1) : said
  }

const roman = (number: number): string | undefined => {
  if (number <= 0 || number > 3999) return undefined
  const parts = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
  const letters = ['M', 'CM', 'D', 'CD', 'C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I']
  let left = number
  let text = ''
  parts.forEach((part, at) => {
    for (; left >= part; left -= part) text += letters[at]!
  })
  return text
}

/** A to Z, then AA, BB and so on. */
const letter = (number: number): string | undefined =>
  number <= 0 || number > 780 ? undefined : String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))

const thousand = counting(DIGITS, '十百千', '零', true)
const digital = digitByDigit('○一二三四五六七八九')
const short = (number: number) => (number < 100 ? thousand(number) : digital(number))

const FORMATS: Readonly<Record<string, (number: number) => string | undefined>> = {
  none: () => '',
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: digitByDigit('０１２３４５６７８９'),
  decimalFullWidth2: digitByDigit('０１２３４５６７８９'),
  decimalEnclosedCircle: from('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  decimalEnclosedCircleChinese: from('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  decimalEnclosedParen: from('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  decimalEnclosedFullstop: from('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
  ideographEnclosedCircle: from('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  ideographTraditional: from('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: from('子丑寅卯辰巳午未申酉戌亥'),
  upperLetter: letter,
  lowerLetter: (number) => letter(number)?.toLowerCase(),
  upperRoman: roman,
  lowerRoman: (number) => roman(number)?.toLowerCase(),
  chineseCounting: short,
  chineseCountingThousand: thousand,
  taiwaneseCounting: short,
  taiwaneseCountingThousand: thousand,
  japaneseCounting: thousand,
  ideographDigital: digitByDigit(DIGITS),
  japaneseDigitalTenThousand: digitByDigit(DIGITS),
  taiwaneseDigital: digital,
  chineseLegalSimplified: counting(LEGAL, '拾佰仟', '零', false),
  japaneseLegal: counting(LEGAL_TRADITIONAL, '拾百阡', '零', false),
  ideographLegalTraditional: counting(LEGAL_TRADITIONAL, '拾佰仟', '零', false),
}

/** The number in one of Word's formats; in decimal where the format is another, or does not reach as far. */
export const formatNumber = (number: number, format: string): string =>
  (Object.hasOwn(FORMATS, format) ? FORMATS[format]!(number) : undefined) ?? String(number)
