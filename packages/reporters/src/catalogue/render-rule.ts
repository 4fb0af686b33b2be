import type { CatalogueFormat } from '../create-reporter.js'
import { jsonText } from '../json/json-text.js'
import type { Lang } from '../message/lang.js'
import type { RuleEdition } from './rule-editions.js'
import { ruleInfo } from './rule-info.js'
import { ruleLines } from './rule-lines.js'

/** How a catalogue is to be shown. */
export interface CatalogueOptions {
  readonly lang: Lang
  readonly color?: boolean
  readonly width?: number
}

/** One rule fully, in the format: its newest edition and what differs in the others; as JSON each whole, an array where there are several. */
export const renderRule = async (
  editions: readonly RuleEdition[],
  format: CatalogueFormat,
  options: CatalogueOptions,
): Promise<string> => {
  switch (format) {
    case 'terminal':
      return ruleLines(editions, options)
        .map((line) => `${line}\n`)
        .join('')
    case 'json': {
      const told = editions.map(({ rule, pack }) => ({ ...ruleInfo(rule, pack, options.lang), rule }))
      return `${jsonText(told.length === 1 ? told[0] : told, 2)}\n`
    }
    case 'markdown':
      return (await import('./rule-page.js')).renderRulePage(editions, options.lang)
    default:
      return format satisfies never
  }
}
