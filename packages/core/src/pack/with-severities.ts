import type { Pack, Rule, Severity } from '../types.js'
import { type CompiledPack, compilePack } from './compile-pack.js'

/** The pack with other severities: each for all findings of its rule, whatever the rule says of single checks. */
export const withSeverities = (compiled: CompiledPack, severities: ReadonlyMap<string, Severity>): CompiledPack => {
  const { pack, code } = compiled
  if (!pack.rules.some(({ id }) => severities.has(id))) return compiled
  const rules = pack.rules.map((rule): Rule => {
    const severity = severities.get(rule.id)
    if (severity === undefined) return rule
    const { severityFor: _, severityWhen: __, ...rest } = rule
    return { ...rest, severity }
  })
  const derived: Pack = { ...pack, rules }
  // It was checked as it came; a severity needs no check.
  return compilePack(derived, code, { trusted: true })
}
