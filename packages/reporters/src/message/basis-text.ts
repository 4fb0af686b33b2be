import type { FindingRecord } from '@gouji/core'
import { type Lang, say } from './lang.js'
import { CERTAINTY } from './words.js'

/** What a finding stands on: document, clause, and how firmly. */
export const basisText = (basis: FindingRecord['basis'], lang: Lang): string =>
  basis
    .map(({ document, clause, certainty }) => {
      const words: Readonly<Record<string, string>> = CERTAINTY[lang]
      const firmness = words[certainty] ?? certainty
      return `${document} ${clause}${say(lang, `〔${firmness}〕`, ` [${firmness}]`)}`
    })
    .join(say(lang, '；', '; '))
