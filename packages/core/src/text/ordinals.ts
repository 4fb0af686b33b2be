/** An ordinal at the start of a label or heading, and what follows it. */
export interface Ordinal {
  /** 一、 第一部分 chinese; (一) bracketed; 1. arabic; （1） bracketedArabic; none. */
  readonly style: 'chinese' | 'bracketed' | 'arabic' | 'bracketedArabic' | 'none'
  readonly value: number
  readonly rest: string
}

const DIGITS = '零一二三四五六七八九'

/** The value of a Chinese numeral up to 99; `null` where it is none. */
export const chineseNumber = (text: string): number | null => {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match || text === '') return null
  const [, first, ten, last] = match
  if (!ten) return first && !last ? DIGITS.indexOf(first) : null
  return (first ? DIGITS.indexOf(first) : 1) * 10 + (last ? DIGITS.indexOf(last) : 0)
}

/** Where only white space parts a numeral from what follows it may be a sentence's: 一 是…, 二 十四… */
const FORMS: readonly (readonly [Ordinal['style'], RegExp])[] = [
  ['chinese', /^([一二三四五六七八九十]{1,3})\s*[、,.:。]\s*(.*)$/su],
  ['chinese', /^第\s*([一二三四五六七八九十]{1,3})\s*部\s*分(?:\s*[、,.:。]\s*|\s+|(?![是为]))(.*)$/su],
  ['chinese', /^([一二三四五六七八九十]{1,3})\s+(?![一二三四五六七八九十是])(\p{Script=Han}{2}[^。;!?]*)$/su],
  ['bracketed', /^\(\s*([一二三四五六七八九十]{1,3})\s*\)\s*[、,.:。]?\s*(.*)$/su],
  ['arabic', /^(\d{1,2})\s*[、,.:。](?!\d)\s*(.*)$/su],
  ['bracketedArabic', /^\(\s*(\d{1,2})\s*\)\s*[、,.:。]?\s*(.*)$/su],
]

/** Splits 一、总体情况 · 第一部分 总体情况 · (一)予以公开 · 1.属于国家秘密 into ordinal and rest; style none where there is no ordinal. */
export const splitOrdinal = (text: string): Ordinal => {
  const half = text.normalize('NFKC').trim()
  for (const [style, form] of FORMS) {
    const [, numeral, rest = ''] = form.exec(half) ?? []
    if (numeral === undefined) continue
    const value = /^\d/.test(numeral) ? Number(numeral) : chineseNumber(numeral)
    if (value !== null) return { style, value, rest }
    break
  }
  return { style: 'none', value: 0, rest: half }
}
