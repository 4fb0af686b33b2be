import { type Lang, say } from './lang.js'
import { CERTAINTY } from './words.js'

/** What a rule or a finding stands on; how firmly, by its code or already in words. */
export interface BasisShown {
  readonly document: string
  readonly clause: string
  readonly certainty: string
}

/** A basis in words: document, clause, and how firmly. */
export const basisText = ({ document, clause, certainty }: BasisShown, lang: Lang): string => {
  const words: Readonly<Record<string, string>> = CERTAINTY[lang]
  const firmness = words[certainty] ?? certainty
  return `${document} ${clause}${say(lang, `〔${firmness}〕`, ` [${firmness}]`)}`
}

/** Every basis, on one line. */
export const basesText = (basis: readonly BasisShown[], lang: Lang): string =>
  basis.map((each) => basisText(each, lang)).join(say(lang, '；', '; '))
