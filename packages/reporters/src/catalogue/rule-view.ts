import { basisText } from '../message/basis-text.js'
import { editionText } from '../message/edition-text.js'
import type { Lang } from '../message/lang.js'
import { parameterText } from '../message/parameter-text.js'
import { SEVERITY } from '../message/words.js'
import { type RuleDifference, ruleDifference } from './rule-difference.js'
import { newestFirst, type RuleEdition } from './rule-editions.js'
import { type RuleInfo, ruleInfo } from './rule-info.js'

/** A rule in all its editions, in words: the newest whole, of each older one what differs from it. */
export interface RuleView extends Omit<RuleInfo, 'basis' | 'parameters'> {
  readonly basis: readonly string[]
  readonly parameters: readonly { readonly name: string; readonly title: string; readonly value: string }[]
  /** Which editions have the rule, the newest first. */
  readonly editions: readonly EditionView[]
  readonly older: readonly RuleDifference[]
}

export interface EditionView {
  readonly edition: string
  readonly severity: string
  readonly version: number
  readonly pack: string
}

/** Tells the editions of a rule, of which there is one at least. */
export const ruleView = (editions: readonly RuleEdition[], lang: Lang): RuleView => {
  const [newest, ...older] = newestFirst(editions) as [RuleEdition, ...RuleEdition[]]
  const info = ruleInfo(newest.rule, newest.pack, lang)
  return {
    ...info,
    basis: info.basis.map((each) => basisText(each, lang)),
    parameters: info.parameters.map(({ name, title, value }) => ({ name, title, value: parameterText(value, lang) })),
    editions: [newest, ...older].map(({ rule, pack }) => ({
      edition: editionText(pack, lang),
      severity: SEVERITY[lang][rule.severity],
      version: rule.version,
      pack: `${pack.name} ${pack.version}`,
    })),
    older: older.map((each) => ruleDifference(each, newest, lang)),
  }
}
