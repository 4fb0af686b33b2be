const NUMBER = /^(?:[+\-−—]?\d[\d,.]*(?:\([^()]*\)|\p{Script=Han}{0,2})|[-—/]{1,2})$/u
const WORD = /^\p{Script=Han}{1,3}$/u
/** 1 234 567 may be one number: nothing tells. */
const GROUPED = /^\d{1,3}(?: \d{3}){1,2}$/u
const LABEL = /^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.]+)?(?=.*\p{Script=Han})[^\d。、,;:!?《》]{1,24}$/u
const LONGEST_LABEL = 120

const partsOf = (text: string): readonly string[] => text.normalize('NFKC').trim().split(/\s+/u)

/** Whether single spaces part numbers from each other, or from the label before them. */
export const hasSpacedNumbers = (text: string): boolean => isNumbered(partsOf(text))

/**
 * Whether single spaces part the cells of a row: a label with numbers behind it, numbers alone, or short labels alone.
 * A paragraph may pass for one; it is one text all the same where it stands in no table.
 */
export const isSpacedRow = (line: string): boolean => {
  const parts = partsOf(line)
  return parts.length > 1 && (isNumbered(parts) || parts.every((part) => LABEL.test(part)))
}

/** Behind the label stand numbers, or words as short as 无 among them. */
const isNumbered = (parts: readonly string[]): boolean => {
  const labels = parts.findLastIndex((part) => !NUMBER.test(part) && !WORD.test(part)) + 1
  const cells = parts.slice(labels)
  if (parts.length < 2 || !cells.some((part) => NUMBER.test(part))) return false
  const label = parts.slice(0, labels).join('')
  if (label === '') return !GROUPED.test(parts.join(' '))
  return label.length <= LONGEST_LABEL && /\p{Script=Han}/u.test(label) && !label.includes('。')
}
