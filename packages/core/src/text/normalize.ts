const UNCOMPARED = /[\s"'“”‘’„‟「」『』、,.;:。·•]+/g

/** Half-width, without white space: full-width digits, letters and brackets become the ASCII ones (NFKC). */
export const toHalfWidth = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** What is compared of a heading or label: half-width, no white space, quotation marks or stops. */
export const normalizeLabel = (text: string): string => text.normalize('NFKC').replace(UNCOMPARED, '')

/** The text without the notes in parentheses at its end: 规章(设区的市应提供) → 规章. */
export const withoutNotes = (text: string): string => {
  let rest = text.trim()
  for (;;) {
    const open = openingOf(rest)
    if (open <= 0) return rest
    rest = rest.slice(0, open).trimEnd()
  }
}

/** Index of the bracket that the text's last character closes; -1 where it closes none. */
const openingOf = (text: string): number => {
  if (!/[)）]$/.test(text)) return -1
  let depth = 0
  for (let index = text.length - 1; index >= 0; index--) {
    const char = text[index]
    if (char === ')' || char === '）') depth++
    else if ((char === '(' || char === '（') && --depth === 0) return index
  }
  return -1
}

/** How the two texts resemble each other, from 0 to 1: 1 less the edits between them over the longer one's length. */
export const similarity = (a: string, b: string): number => {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer
}

const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return row[b.length] ?? 0
}
