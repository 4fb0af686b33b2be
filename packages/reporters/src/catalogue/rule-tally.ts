import { compareText, type RuleChange, type Severity } from '@gouji/core'
import { type Lang, say } from '../message/lang.js'
import { RULE_VERDICT, SEVERITIES, SEVERITY } from '../message/words.js'
import type { ComparisonRecord } from '../record/to-comparison-record.js'

/** What a rule says otherwise of one report or of several. */
export interface RuleTally {
  readonly id: string
  /** In how many reports. */
  reports: number
  /** Each change of its verdict, with the number of reports. */
  readonly verdicts: { readonly change: RuleChange; reports: number }[]
  /** The severities of the findings that came and of those that went. */
  readonly added: Severity[]
  readonly gone: Severity[]
}

/** The rules that say something else of these reports: those of the most reports first, then by id. */
export const tallyRules = (records: readonly Pick<ComparisonRecord, 'rules' | 'findings'>[]): RuleTally[] => {
  const tallies = new Map<string, RuleTally>()
  for (const { rules, findings } of records) {
    const touched = new Set<RuleTally>()
    const tallyOf = (id: string): RuleTally => {
      const tally = tallies.get(id) ?? { id, reports: 0, verdicts: [], added: [], gone: [] }
      tallies.set(id, tally)
      touched.add(tally)
      return tally
    }
    for (const change of rules) {
      const { verdicts } = tallyOf(change.id)
      const known = verdicts.find((each) => each.change.from === change.from && each.change.to === change.to)
      if (known === undefined) verdicts.push({ change, reports: 1 })
      else known.reports++
    }
    for (const { ruleId, severity } of findings.added) tallyOf(ruleId).added.push(severity)
    for (const { ruleId, severity } of findings.gone) tallyOf(ruleId).gone.push(severity)
    for (const tally of touched) tally.reports++
  }
  return [...tallies.values()].sort((a, b) => b.reports - a.reports || compareText(a.id, b.id))
}

/** How the rule's verdict changed, if it did; with the numbers of reports where it is of several. */
export const verdictsText = ({ verdicts }: RuleTally, several: boolean, lang: Lang): string =>
  verdicts
    .map(
      ({ change: { from, to }, reports }) => `${word(from, lang)} → ${word(to, lang)}${several ? ` ${reports}` : ''}`,
    )
    .join(' · ') || say(lang, '结论未变', 'same verdict')

const word = (verdict: RuleChange['from'], lang: Lang): string =>
  verdict === null ? say(lang, '无此规则', 'no such rule') : RULE_VERDICT[lang][verdict]

/** How many of its findings came and went, by severity. */
export const findingsText = ({ added, gone }: Pick<RuleTally, 'added' | 'gone'>, lang: Lang): string =>
  [['+', added] as const, ['−', gone] as const]
    .flatMap(([sign, severities]) =>
      SEVERITIES.flatMap((severity) => {
        const count = severities.filter((each) => each === severity).length
        return count === 0 ? [] : [`${SEVERITY[lang][severity]} ${sign}${count}`]
      }),
    )
    .join(say(lang, '、', ', '))
