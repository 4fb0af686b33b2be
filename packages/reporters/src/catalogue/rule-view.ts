import { basisText } from '../message/basis-text.js'
import { editionText } from '../message/edition-text.js'
import type { Lang } from '../message/lang.js'
import { parameterText } from '../message/parameter-text.js'
import { SEVERITY } from '../message/words.js'
import { type OlderEditions, olderEditions } from './older-editions.js'
import { newestFirst, type RuleEdition } from './rule-editions.js'
import { type RuleInfo, ruleInfo } from './rule-info.js'

/** A rule in all its editions, in words: the newest whole, of each older one what differs from it. */
export interface RuleView extends Omit<RuleInfo, 'basis' | 'parameters'> {
  readonly basis: readonly string[]
  readonly parameters: readonly { readonly name: string; readonly title: string; readonly value: string }[]
  /** Which editions have the rule, the newest first. */
  readonly editions: readonly EditionView[]
  readonly older: readonly OlderEditions[]
}

export interface EditionView {
  readonly edition: string
  readonly severity: string
  readonly version: number
  readonly pack: string
}

/** Tells the editions of a rule, of which there is one at least. */
export const ruleView = (found: readonly RuleEdition[], lang: Lang): RuleView => {
  const editions = newestFirst(found)
  const info = ruleInfo(editions[0]!.rule, editions[0]!.pack, lang)
  return {
    ...info,
    basis: info.basis.map((each) => basisText(each, lang)),
    parameters: info.parameters.map(({ name, title, value }) => ({ name, title, value: parameterText(value, lang) })),
    editions: editions.map(({ rule, pack }) => ({
      edition: editionText(pack, lang),
      severity: SEVERITY[lang][rule.severity],
      version: rule.version,
      pack: `${pack.name} ${pack.version}`,
    })),
    older: olderEditions(editions, lang),
  }
}
