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

/** What an edition is called beside the others: with its report years, and shortly; by its pack's name where another is called so, too. */
export const editionNames = (
  { pack }: RuleEdition,
  editions: readonly RuleEdition[],
  lang: Lang,
): { readonly full: string; readonly short: string } => {
  const unlessShared = (nameOf: (pack: Pack) => string, otherwise: string): string =>
    editions.filter((each) => nameOf(each.pack) === nameOf(pack)).length > 1 ? otherwise : nameOf(pack)
  return {
    full: unlessShared((each) => editionText(each, lang), `${pack.name} ${pack.version}`),
    short: unlessShared(({ edition }) => edition, pack.name),
  }
}
