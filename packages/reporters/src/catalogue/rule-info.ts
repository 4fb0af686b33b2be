import { type Pack, type Rule, type Severity, type Verdict, valueAt } from '@gouji/core'
import { joined, type Lang, say, textOf } from '../message/lang.js'
import { reasonText } from '../message/reason-text.js'
import { replacedText } from '../message/replaced-text.js'
import { CERTAINTY, SEVERITY } from '../message/words.js'
import { type ExampleInfo, exampleInfo } from './example-info.js'
import { subjectOfRule } from './subject-text.js'

/** Everything that is told of a rule, in words. */
export interface RuleInfo {
  readonly id: string
  readonly version: number
  readonly pack: string
  readonly title: string
  readonly severity: Severity
  /** The severity's word, and where another one goes. */
  readonly severityText: string
  readonly subject: string
  readonly why: string
  readonly basis: readonly { readonly document: string; readonly clause: string; readonly certainty: string }[]
  readonly message: string
  /** When it cannot be judged. */
  readonly unjudged: readonly string[]
  /** When it does not apply. */
  readonly outside: readonly string[]
  readonly parameters: readonly ParameterInfo[]
  readonly examples: readonly ExampleInfo[]
  readonly deprecated: string
}

/** What a pack that extends this one may set in the rule, with its present value. */
export interface ParameterInfo {
  readonly name: string
  readonly title: string
  readonly value: unknown
}

/** Tells a rule of a pack. */
export const ruleInfo = (rule: Rule, pack: Pack, lang: Lang): RuleInfo => ({
  id: rule.id,
  version: rule.version,
  pack: `${pack.name} ${pack.version}`,
  title: textOf(rule.title, lang),
  severity: rule.severity,
  severityText: severityText(rule, lang),
  subject: subjectOfRule(rule, pack.form, lang),
  why: rule.why === undefined ? '' : textOf(rule.why, lang),
  basis: rule.basis.map(({ instrument, clause, certainty }) => ({
    document: documentOf(pack, instrument),
    clause,
    certainty: CERTAINTY[lang][certainty],
  })),
  message: textOf(rule.message, lang),
  unjudged: unjudgedText(rule, lang),
  outside: exampleNames(rule, 'notApplicable'),
  parameters: Object.entries(rule.parameters ?? {}).map(([name, { at, title }]) => ({
    name,
    title: textOf(title, lang),
    // Every place has the same value: a pack in which one differs is refused.
    value: valueAt(rule, at[0]!),
  })),
  examples: rule.examples.map((example) => exampleInfo(example, pack, lang)),
  deprecated: rule.deprecated
    ? say(lang, `自 ${rule.deprecated.since} 起`, `since ${rule.deprecated.since}`) +
      replacedText(rule.deprecated.replacedBy, lang)
    : '',
})

/** The title and number of the document that plays a role in the pack. */
const documentOf = ({ instruments }: Pack, role: string): string => {
  const { title = role, number } = instruments[role] ?? {}
  return number === undefined ? title : `${title}(${number})`
}

const severityText = ({ severity, severityFor = {}, severityWhen = [] }: Rule, lang: Lang): string => {
  const others = [
    ...Object.entries(severityFor).map(([key, other]) => `${key} ${SEVERITY[lang][other]}`),
    ...severityWhen.map(({ severity: other }) =>
      say(lang, `另有情形${SEVERITY.zh[other]}`, `${SEVERITY.en[other]} in certain cases`),
    ),
  ]
  const word = SEVERITY[lang][severity]
  return others.length === 0 ? word : word + say(lang, `（${joined(others, lang)}）`, ` (${joined(others, lang)})`)
}

const exampleNames = ({ examples }: Rule, verdict: Verdict): string[] =>
  examples.filter((example) => example.verdict === verdict).map(({ name }) => name)

const unjudgedText = (rule: Rule, lang: Lang): string[] => [
  ...(rule.needs === undefined || rule.needs.length === 0
    ? []
    : [
        say(
          lang,
          `无从得知所需的数据：${rule.needs.join('、')}`,
          `what it needs cannot be known: ${rule.needs.join(', ')}`,
        ),
      ]),
  ...rule.examples
    .filter(({ verdict }) => verdict === 'notAssessable')
    .map(({ name, reason }) =>
      reason === undefined ? name : `${name}${say(lang, '：', ': ')}${reasonText({ code: reason as never }, lang)}`,
    ),
]
