import stringWidth from 'string-width'

// Measuring segments the text each time; the few thousand characters of a language are measured once.
const known = new Map<string, number>()
const MOST_KNOWN = 20_000

const widthOf = (character: string): number => {
  const width = known.get(character)
  if (width !== undefined) return width
  if (known.size >= MOST_KNOWN) known.clear()
  const measured = stringWidth(character)
  known.set(character, measured)
  return measured
}

/** How many columns the text takes: two for a full-width character. */
export const textWidth = (text: string): number => {
  let width = 0
  for (const character of text) {
    const code = character.charCodeAt(0)
    width += code >= 0x20 && code < 0x7f ? 1 : widthOf(character)
  }
  return width
}

/** The text with blanks after it, so that it takes this many columns at least. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - textWidth(text)))

/** The columns of the widest of the texts. */
export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth))
