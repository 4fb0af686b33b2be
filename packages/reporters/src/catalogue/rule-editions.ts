import type { Pack, Rule } from '@gouji/core'
import { editionText } from '../message/edition-text.js'
import type { Lang } from '../message/lang.js'

/** A rule as a pack has it. */
export interface RuleEdition {
  readonly rule: Rule
  readonly pack: Pack
}

/** The rule in each of the packs that has it, in their order. */
export const editionsOfRule = (id: string, packs: readonly Pack[]): RuleEdition[] =>
  packs.flatMap((pack) => pack.rules.filter((rule) => rule.id === id).map((rule) => ({ rule, pack })))

/** That of the latest report years first; of the same years the pack that was loaded last, which may extend the others. */
export const newestFirst = (editions: readonly RuleEdition[]): RuleEdition[] =>
  [...editions].reverse().sort((a, b) => b.pack.reportYears.from - a.pack.reportYears.from)

/** What a pack is called beside another: by its edition with the report years, and shortly; by its name where both are of one edition. */
export const editionNames = (pack: Pack, other: Pack, lang: Lang): { readonly full: string; readonly short: string } =>
  pack.edition === other.edition
    ? { full: `${pack.name} ${pack.version}`, short: pack.name }
    : { full: editionText(pack, lang), short: pack.edition }
