import type { ModelItem } from '../model/document-model.js'
import { type LabelKey, labelKey } from './label-key.js'
import type { Lexicon } from './lexicon.js'
import { type HeadingMatch, matchHeading } from './match-heading.js'
import { findNoise } from './noise.js'
import { remember } from './remember.js'

/** A document on its way through the reader. */
export interface Reading {
  readonly items: readonly ModelItem[]
  readonly lexicon: Lexicon
  /** By item: whether it is a page's furniture. */
  readonly noise: readonly boolean[]
  readonly keyOf: (text: string) => LabelKey
  readonly headingOf: (text: string) => HeadingMatch | null
}

export const startReading = (items: readonly ModelItem[], lexicon: Lexicon): Reading => {
  const keyOf = remember(labelKey)
  const headingOf = remember((text) => matchHeading(text, lexicon, keyOf))
  return { items, lexicon, noise: findNoise(items, lexicon), keyOf, headingOf }
}

/** The text of an item that has but one, however often merged cells repeat it; else its whole line. */
export const soleText = ({ text, cells, showsBlanks }: ModelItem): string => {
  if (!showsBlanks) return text
  const texts = cells.filter((cell) => cell.text !== '').map((cell) => cell.text)
  const [first] = texts
  return first !== undefined && texts.every((other) => other === first) ? first : text
}
