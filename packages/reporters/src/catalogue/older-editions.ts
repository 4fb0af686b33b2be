import { sameValue } from '@gouji/core'
import { joined, type Lang, say } from '../message/lang.js'
import { type RuleDifference, ruleDifference } from './rule-difference.js'
import { editionNames, type RuleEdition } from './rule-editions.js'

/** Older editions of a rule that differ alike from the newest. */
export interface OlderEditions extends RuleDifference {
  readonly title: string
  /** From which editions to which the changes lead. */
  readonly between: string
}

/** What the older editions have otherwise than the first, those that differ alike told together. */
export const olderEditions = (editions: readonly RuleEdition[], lang: Lang): OlderEditions[] => {
  const [newest, ...older] = editions as [RuleEdition, ...RuleEdition[]]
  const groups: { readonly difference: RuleDifference; readonly members: RuleEdition[] }[] = []
  for (const each of older) {
    const difference = ruleDifference(each, newest, lang)
    const group = groups.find((other) => sameValue(other.difference, difference))
    if (group === undefined) groups.push({ difference, members: [each] })
    else group.members.push(each)
  }
  const namesOf = (members: readonly RuleEdition[], name: 'full' | 'short'): string =>
    joined(
      members.map((each) => editionNames(each, editions, lang)[name]),
      lang,
    )
  return groups.map(({ difference, members }) => ({
    title: titleOf(difference, namesOf(members, 'full'), lang),
    between: `${namesOf(members, 'short')} → ${namesOf([newest], 'short')}`,
    ...difference,
  }))
}

const titleOf = ({ fields, changes, examples }: RuleDifference, names: string, lang: Lang): string =>
  fields.length + changes.length + examples.length === 0
    ? names + say(lang, '：与上相同', ': the same as above')
    : say(lang, `${names}的不同之处`, `${names}: differences`)
