import type { Pack } from '@gouji/core'
import { type Lang, textOf } from './lang.js'

/** The title of each of the pack's rules by its id; the id itself where the pack has no such rule. */
export const ruleTitles = (pack: Pack | undefined, lang: Lang): ((ruleId: string) => string) => {
  const titles = new Map(pack?.rules.map((rule) => [rule.id, textOf(rule.title, lang)]))
  return (ruleId) => titles.get(ruleId) ?? ruleId
}
