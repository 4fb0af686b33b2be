import { compareText } from '../audit/sort-findings.js'
import type { PackProblem } from '../pack/pack-error.js'
import { changedReport } from '../report/example.js'
import type { Example, Pack, Rule } from '../types.js'
import { changeRule, isRulePatch, type RulePatch } from './change-rule.js'
import { isObject, mergeForm } from './merge-form.js'
import { type PackSource, ruleIdOf } from './pack-source.js'
import type { SourceFile } from './source-files.js'

/** Where a rule of a pack was written: in a file of its own, in a file that changes the base's, or in the base alone. */
export interface RuleOrigin {
  readonly file: SourceFile | null
  readonly change: RulePatch | null
}

/** A pack as its source and its base say it is, before anything is checked. */
export interface Draft {
  readonly fields: Readonly<Record<string, unknown>>
  readonly form: unknown
  readonly rules: readonly { readonly value: unknown; readonly origin: RuleOrigin }[]
  readonly clean: unknown
}

/** Lays a source over its base, where it has one. What it changes or drops and the base does not have is a problem. */
export const extendPack = (source: PackSource, base: Pack | null, problems: PackProblem[]): Draft => {
  const { manifest, form, clean } = source
  const { extends: _, drop, ...own } = manifest.value as Readonly<Record<string, unknown>>
  for (const key of BUILT_KEYS)
    if (Object.hasOwn(own, key))
      problems.push(told(manifest, `/${key}`, 'SCHEMA', `${key} is not written in pack.yaml`))
  if (base === null && drop !== undefined)
    problems.push(told(manifest, '/drop', 'EXTENDS', 'the pack extends none whose rules it could drop'))
  if (base === null)
    return {
      fields: own,
      form: form?.value,
      rules: ownRules(source, problems),
      clean: clean?.value,
    }
  const { edition, reportYears, notCovered, instruments, conditions } = base
  return {
    fields: {
      ...(notCovered === undefined ? {} : { notCovered }),
      ...own,
      edition: own.edition ?? edition,
      reportYears: 'reportYears' in own ? own.reportYears : reportYears,
      instruments: mergedKeys(instruments, own.instruments),
      ...(conditions || own.conditions !== undefined ? { conditions: mergedKeys(conditions, own.conditions) } : {}),
      extends: [{ name: base.name, version: base.version, integrity: base.integrity }, ...(base.extends ?? [])],
    },
    form: mergeForm(base.form, form?.value, (pointer, message) => {
      if (form) problems.push({ code: 'FORM', pointer: '', message, file: form.name, line: form.lineOf(pointer) })
    }),
    rules: inherit(source, base, drop, problems),
    clean: cleanOver(base, clean, problems),
  }
}

/** What a build makes, and no author writes. */
const BUILT_KEYS = ['form', 'rules', 'clean', 'code', 'integrity']

/** The base's members with the pack's own; what is no object is left for the schema to refuse. */
const mergedKeys = (base: object | undefined, own: unknown): unknown =>
  own === undefined || isObject(own) ? { ...base, ...own } : own

/** The base's clean report, changed as an example changes one; or a whole report in its place. */
const cleanOver = ({ clean }: Pack, file: SourceFile | undefined, problems: PackProblem[]): unknown => {
  const own = file?.value
  if (file === undefined) return clean
  if (typeof own !== 'object' || own === null || !('change' in own || 'remove' in own)) return own
  const { change = {}, remove = [], ...others } = own as Readonly<Record<string, unknown>>
  if (!isObject(change) || !isTexts(remove) || Object.keys(others).length > 0) {
    problems.push(
      told(
        file,
        '',
        'SCHEMA',
        'a change of the clean report has change, values by pointer, and remove, a list of pointers',
      ),
    )
    return clean
  }
  try {
    return changedReport(clean, own as Pick<Example, 'change' | 'remove'>)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    problems.push(told(file, '/change', 'SCHEMA', error.message))
    return clean
  }
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string')

/** A problem at what the pointer names in a file. */
export const told = (file: SourceFile, pointer: string, code: PackProblem['code'], message: string): PackProblem => ({
  code,
  pointer: '',
  message,
  file: file.name,
  line: file.lineOf(pointer),
})

const ownRules = ({ rules }: PackSource, problems: PackProblem[]): Draft['rules'] => {
  for (const file of rules)
    if (isRulePatch(file.value))
      problems.push(
        told(file, '/changes', 'EXTENDS', `changes ${file.value.changes}, but pack.yaml extends no pack that has it`),
      )
  return rules.map((file) => ({ value: file.value, origin: { file, change: null } }))
}

const inherit = (
  { manifest, rules: files }: PackSource,
  base: Pack,
  drop: unknown,
  problems: PackProblem[],
): Draft['rules'] => {
  const byId = new Map<string, Rule>(base.rules.map((rule) => [rule.id, rule]))
  const drops = Array.isArray(drop) ? drop.map(String) : []
  if (drop !== undefined && !Array.isArray(drop))
    problems.push(told(manifest, '/drop', 'SCHEMA', 'drop is a list of ids of rules'))
  for (const [index, id] of drops.entries())
    if (!byId.delete(id))
      problems.push(told(manifest, `/drop/${index}`, 'EXTENDS', `${base.name} has no rule ${id} to drop`))
  const rules = new Map<string, Draft['rules'][number]>(
    [...byId].map(([id, value]) => [id, { value, origin: { file: null, change: null } }]),
  )
  const written = new Set<string>()
  for (const file of files) {
    const { value } = file
    const id = isRulePatch(value) ? value.changes : String((value as Partial<Rule> | null)?.id ?? ruleIdOf(file.name))
    const inherited = byId.get(id)
    if (written.has(id)) problems.push(told(file, '', 'DUPLICATE_ID', `${id} has another file too`))
    written.add(id)
    if (isRulePatch(value)) {
      if (inherited)
        rules.set(id, {
          value: changeRule(
            inherited,
            value,
            (pointer, message) => void problems.push(told(file, pointer, 'BAD_PARAMS', message)),
          ),
          origin: { file, change: value },
        })
      else problems.push(told(file, '/changes', 'EXTENDS', `${base.name} has no rule ${id} to change`))
    } else {
      if (inherited)
        problems.push(
          told(file, '/id', 'DUPLICATE_ID', `${id} is a rule of ${base.name}; say changes: ${id} to change it`),
        )
      rules.set(id, { value, origin: { file, change: null } })
    }
  }
  return [...rules].sort(([a], [b]) => compareText(a, b)).map(([, rule]) => rule)
}
