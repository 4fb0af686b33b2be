import { escapeStep, valueAt, withValue } from '../report/pointer.js'
import type { Rule } from '../types.js'
import type { ReportFault } from './merge-form.js'

/** What a derived pack says of a rule that it inherits: new values by key, `null` to take a key away, and its parameters' values. */
export interface RulePatch {
  /** The rule's id. */
  readonly changes: string
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly [key: string]: unknown
}

/** Whether a rule file changes an inherited rule; else it is a rule. */
export const isRulePatch = (value: unknown): value is RulePatch =>
  typeof value === 'object' && value !== null && typeof (value as RulePatch).changes === 'string'

/** The base's rule as the derived pack has it. */
export const changeRule = (base: Rule, change: RulePatch, report: ReportFault): Readonly<Record<string, unknown>> => {
  const { changes: _, parameters = {}, ...keys } = change
  let rule: Readonly<Record<string, unknown>> = { ...base }
  for (const [key, value] of Object.entries(keys)) {
    if (key === 'id') report('/id', `a rule keeps its id; drop ${base.id} and write a rule of your own`)
    else rule = { ...rule, [key]: value ?? undefined }
  }
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
    report('/parameters', 'parameters are values by name')
    return rule
  }
  for (const [name, value] of Object.entries(parameters)) {
    const pointer = `/parameters/${escapeStep(name)}`
    const places = Object.hasOwn(base.parameters ?? {}, name) ? base.parameters?.[name]?.at : undefined
    if (!places) {
      const known = Object.keys(base.parameters ?? {})
      report(pointer, `${base.id} has no parameter ${name}${known.length > 0 ? `; it has ${known.join(', ')}` : ''}`)
      continue
    }
    const [was, is] = [kindOf(valueAt(rule, places[0]!)), kindOf(value)]
    if (was !== is) report(pointer, `the parameter ${name} is ${was}, not ${is}`)
    else for (const place of places) rule = withValue(rule, place, value)
  }
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined))
}

const NAMES: Readonly<Record<string, string>> = { number: 'number', string: 'text', boolean: 'boolean' }

/** What kind of value a parameter has, in words; two values of one kind can stand for each other. */
const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) {
    const kinds = new Set(value.map(kindOf))
    if (kinds.size === 0) return 'an empty list'
    return kinds.size === 1 ? `a list, each ${[...kinds][0]}` : 'a list of different things'
  }
  if (typeof value === 'object' && value !== null) {
    const kinds = new Set(Object.values(value).map(kindOf))
    return kinds.size === 1 ? `values by name, each ${[...kinds][0]}` : 'different things by name'
  }
  return value === null || value === undefined ? 'nothing' : `a ${NAMES[typeof value]}`
}
