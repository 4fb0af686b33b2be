import type { Cell } from '@gouji/core'

/** The commonest text of a report by far: told apart before anything dearer is asked. */
export const isPlainNumber = (text: string): boolean => text.length < 10 && /^-?\d+$/u.test(text)

/** What stands in a number's cell: digits with or without sign, note and unit, a placeholder, or no word at all. */
export const isValue = (text: string, placeholders: ReadonlySet<string>): boolean => {
  if (text === '' || text.length > 60) return false
  if (isPlainNumber(text)) return true
  if (placeholders.has(text)) return true
  const half = text.normalize('NFKC')
  if (/^[(（]/u.test(half)) return false
  if (!/\p{L}/u.test(half)) return true
  if (!/^[+\-−—]?\s*\d/u.test(half)) return false
  // 1.属于国家秘密 and 1属于国家秘密 are labels, 2020年 opens a note.
  return !/^(?:\d{1,2}\s*[、,.:。]?\s*\p{Script=Han}{4}|\d{1,2}\s*[、.:。]\s*\p{L}|\d{4}年)/u.test(half)
}

/** A number only where the text is plainly one; blank is null; anything else stays as it was found. */
export const cellOf = (text: string): Cell => {
  if (text === '') return null
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(text)) return text
  const number = Number(text)
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER && !Object.is(number, -0) ? number : text
}
