import { type CompiledForm, compileForm } from '../form/compile-form.js'
import { type CompiledRule, compileRule } from '../judge/compile-rule.js'
import { createTermIndex } from '../text/term-index.js'
import type { Instrument, Pack } from '../types.js'
import { checkPack } from './check-pack.js'
import type { PackCode } from './pack-code.js'
import { PackError } from './pack-error.js'

/** A pack ready to judge. It keeps no state of an audit, so any number of audits may use it at once. */
export interface CompiledPack {
  readonly pack: Pack
  readonly code: PackCode
  /** Laid out when first asked for: a pack that judges nothing costs nothing. */
  readonly form: CompiledForm
  /** Compiled when first asked for. */
  readonly rules: readonly CompiledRule[]
}

/**
 * Compiles a pack once, for any number of audits. `trusted` skips the checks, for packs that were checked when this
 * program was built. Throws PackError with all the pack's problems.
 */
export const compilePack = (
  pack: Pack,
  code: PackCode = {},
  options: { readonly trusted?: boolean } = {},
): CompiledPack => {
  if (!options.trusted) {
    const problems = checkPack(pack, code)
    if (problems.length > 0) throw new PackError(pack.name, problems)
  }
  const compiled = once(() => {
    const form = compileForm(pack.form)
    return { form, rules: compileRules(pack, code, form, form) }
  })
  return {
    pack,
    code,
    get form() {
      return compiled().form
    },
    get rules() {
      return compiled().rules
    },
  }
}

/** The pack's rules over a form that is its own, or has tables of other editions in it. */
export const compileRules = (
  pack: Pack,
  code: PackCode,
  form: CompiledForm,
  ownForm: CompiledForm,
): readonly CompiledRule[] => {
  const scope = {
    form,
    ownForm,
    terms: createTermIndex(),
    code,
    conditions: pack.conditions ?? {},
    citation: (role: string) => citationOf(pack.instruments[role]),
  }
  return pack.rules.map((rule) => compileRule(rule, scope))
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const citationOf = (instrument: Instrument | undefined): string =>
  instrument === undefined
    ? ''
    : instrument.number === undefined
      ? instrument.title
      : `${instrument.title}(${instrument.number})`
