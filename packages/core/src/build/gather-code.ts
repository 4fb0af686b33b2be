import { mergedCode, type PackCode } from '../pack/pack-code.js'
import type { PackProblem } from '../pack/pack-error.js'
import type { Rule } from '../types.js'
import type { BuildInputs, BuiltCode } from './build-pack.js'
import type { Draft } from './extend-pack.js'

/** The code that goes with a pack: its own file, and those of its base that one of its rules needs. */
export const gatherCode = (
  draft: Draft,
  { code: own, base }: BuildInputs,
  problems: PackProblem[],
): { readonly files: readonly BuiltCode[]; readonly exports: PackCode } => {
  const needed = namesAsked(draft)
  const offers = ({ facts = {}, operators = {} }: PackCode): string[] => [
    ...Object.keys(facts),
    ...Object.keys(operators),
  ]
  const inherited = (base?.code ?? [])
    .filter(({ exports }) => offers(exports).some((name) => needed.has(name)))
    .map((each, index) => ({ ...each, file: `inherited-${index + 1}.js` }))
  const files = [...(own ? [own] : []), ...inherited]
  const seen = new Set<string>()
  for (const { exports } of files)
    for (const name of offers(exports)) {
      if (seen.has(name))
        problems.push({
          code: 'CODE',
          pointer: '',
          message: `two of the pack's code files have ${name}; give its own another name`,
          file: 'pack.yaml',
          line: 1,
        })
      seen.add(name)
    }
  return {
    files,
    exports: mergedCode(files.map(({ exports }) => exports)),
  }
}

/** Every fact and operator that the rules name. */
const namesAsked = ({ rules, fields }: Draft): ReadonlySet<string> => {
  const text = JSON.stringify([rules.map(({ value }) => value), fields.conditions ?? {}])
  const needed = rules.flatMap(({ value }) => (value as Partial<Rule> | null)?.needs ?? [])
  return new Set([...needed, ...[...text.matchAll(/"(?:fact|operator)":"([^"\\]+)"/g)].map((match) => match[1]!)])
}
