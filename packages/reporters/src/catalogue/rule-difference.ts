import { type Rule, sameValue, valueAt, withValue } from '@gouji/core'
import { basisText } from '../message/basis-text.js'
import { type ChangeText, changeTexts } from '../message/change-text.js'
import { type Lang, say } from '../message/lang.js'
import { type ExampleInfo, exampleInfo } from './example-info.js'
import type { RuleEdition } from './rule-editions.js'
import { ruleInfo } from './rule-info.js'
import { RULE_LABELS } from './rule-labels.js'

/** What an older edition of a rule has otherwise than the newest. */
export interface RuleDifference {
  /** What is told of a rule, as the older edition has it. */
  readonly fields: readonly { readonly label: string; readonly values: readonly string[] }[]
  /** How the older edition's conditions and parameters became the newest's. */
  readonly changes: readonly ChangeText[]
  /** Those that the newest edition has not. */
  readonly examples: readonly ExampleInfo[]
}

/** Compares an older edition of a rule with the newest: in words what is told whole, in its places what conditions say. */
export const ruleDifference = (older: RuleEdition, newest: RuleEdition, lang: Lang): RuleDifference => ({
  fields: fieldsOf(older, newest, lang),
  changes: changesOf(older.rule, newest.rule, lang),
  examples: older.rule.examples
    .filter((example) => !newest.rule.examples.some((other) => sameValue(example, other)))
    .map((example) => exampleInfo(example, older.pack, lang)),
})

/** What both are applied to differs in words, too, where the forms' labels do; that it is told by `each` otherwise. */
const fieldsOf = (older: RuleEdition, newest: RuleEdition, lang: Lang): RuleDifference['fields'] => {
  const [before, after] = [toldOf(older, lang), toldOf(newest, lang)]
  const isSameEach = sameValue(older.rule.each, newest.rule.each)
  return (['title', 'severity', 'subject', 'why', 'basis', 'message', 'deprecated'] as const)
    .filter((key) => !sameValue(before[key], after[key]) && (key !== 'subject' || isSameEach))
    .map((key) => ({
      label: RULE_LABELS[lang][key],
      values: before[key].filter(Boolean).length === 0 ? [say(lang, '无', 'none')] : before[key],
    }))
}

const toldOf = ({ rule, pack }: RuleEdition, lang: Lang) => {
  const info = ruleInfo(rule, pack, lang)
  return {
    title: [info.title],
    severity: [info.severityText],
    subject: [info.subject],
    why: [info.why],
    basis: info.basis.map((each) => basisText(each, lang)),
    message: [info.message],
    deprecated: [info.deprecated],
  }
}

const CONDITION_KEYS = ['each', 'appliesWhen', 'needs', 'failWhen', 'severityWhen', 'data'] as const

/** Values of parameters are told by their names, not once more in the conditions that hold them. */
const changesOf = (older: Rule, newest: Rule, lang: Lang): ChangeText[] => {
  const names = [...new Set([older, newest].flatMap(({ parameters = {} }) => Object.keys(parameters)))]
  const [before, after] = [withoutValues(older, newest), withoutValues(newest, older)]
  return [
    ...names.map((key) => ({ key, from: parameterOf(older, key), to: parameterOf(newest, key) })),
    ...CONDITION_KEYS.map((key) => ({ key, from: before[key], to: after[key] })),
  ].flatMap((change) => changeTexts(change, lang))
}

const placesOf = ({ parameters = {} }: Rule, name: string): readonly string[] =>
  Object.hasOwn(parameters, name) ? parameters[name]!.at : []

const parameterOf = (rule: Rule, name: string): unknown => {
  const [place] = placesOf(rule, name)
  return place === undefined ? undefined : valueAt(rule, place)
}

/** The rule with the names of those parameters that the other has, too, in place of their values. */
const withoutValues = (rule: Rule, other: Rule): Rule =>
  Object.keys(rule.parameters ?? {})
    .filter((name) => placesOf(other, name).length > 0)
    .flatMap((name) => placesOf(rule, name).map((place) => [place, `{{${name}}}`] as const))
    .reduce((changed, [place, text]) => withValue(changed, place, text), rule)
