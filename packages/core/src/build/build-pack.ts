import { validatePack } from '../generated/validate-pack.js'
import { checkPack } from '../pack/check-pack.js'
import { integrityText } from '../pack/integrity.js'
import type { PackCode } from '../pack/pack-code.js'
import type { PackProblem } from '../pack/pack-error.js'
import { shapeProblems } from '../report/parse-report.js'
import { pointerSteps } from '../report/pointer.js'
import type { Pack } from '../types.js'
import { baseFault, type FoundBase } from './check-base.js'
import { checkPublished } from './check-published.js'
import { type Draft, extendPack, told } from './extend-pack.js'
import { gatherCode } from './gather-code.js'
import { locateProblem } from './locate-problem.js'
import { type PackFiles, type PackSource, parsePackSource, ruleIdOf } from './pack-source.js'

/** What building a pack needs from outside. */
export interface BuildPorts {
  /** sha512 of a text, in base64. */
  sha512(text: string): string
}

/** A file of a pack's built code: its text, and what it exports. */
export interface BuiltCode {
  readonly file: string
  readonly text: string
  readonly exports: PackCode
}

/** What a pack is built of, beside its files. */
export interface BuildInputs {
  readonly code?: BuiltCode | undefined
  /** The pack that pack.yaml extends; undefined where it was not found. */
  readonly base?: FoundBase | undefined
}

/** The built pack and the code that belongs beside it, or every problem of its source with file and line. */
export type BuildResult =
  | { readonly pack: Pack; readonly code: readonly BuiltCode[]; readonly problems: readonly [] }
  | { readonly pack: null; readonly problems: readonly PackProblem[] }

/**
 * Builds pack.json from pack.yaml, form.yaml, clean.json and rules/<group>/<name>.yaml, laid over the pack that it
 * extends. Rules stand in the order of their ids.
 */
export const buildPack = (files: PackFiles, ports: BuildPorts, inputs: BuildInputs = {}): BuildResult => {
  const problems: PackProblem[] = []
  const source = parsePackSource(files, problems)
  if (source === null) return { pack: null, problems }
  const manifest = source.manifest.value as Readonly<Record<string, unknown>>
  const name = manifest.extends
  if (name !== undefined) {
    const fault =
      typeof name === 'string' ? baseFault(name, manifest, inputs.base, ports) : 'extends is the name of a pack'
    if (fault !== null) return { pack: null, problems: [told(source.manifest, '/extends', 'EXTENDS', fault)] }
  }
  const base = name === undefined ? null : (inputs.base!.pack as Pack)
  const draft = extendPack(source, base, problems)
  const place = (problem: PackProblem): PackProblem => locateProblem(problem, source, draft)
  const code = gatherCode(draft, inputs, problems)
  const pack = assemble(draft, code.files, ports)
  if (!validatePack(pack))
    return {
      pack: null,
      problems: [
        ...problems,
        ...shapeProblems(validatePack.errors ?? []).map(({ pointer, message }) =>
          place({ code: 'SCHEMA', pointer, message: named(pointer, message) }),
        ),
      ],
    }
  problems.push(...misplacedRules(source), ...checkPack(pack, code.exports).map(place))
  if (source.published) problems.push(...checkPublished(pack, source.published.value, ports.sha512).map(place))
  return problems.length > 0 ? { pack: null, problems } : { pack, code: code.files, problems: [] }
}

/** What is wrong, led by the key that it is wrong with; a place in a list is told by its line. */
const named = (pointer: string, message: string): string => {
  const key = pointerSteps(pointer)?.at(-1) ?? ''
  return /^\d*$/.test(key) ? message : `${key} ${message}`
}

const assemble = ({ fields, form, rules, clean }: Draft, code: readonly BuiltCode[], { sha512 }: BuildPorts): Pack => {
  const pack = {
    ...fields,
    form,
    rules: rules.map(({ value }) => value),
    clean,
    ...(code.length === 0
      ? {}
      : { code: code.map(({ file, text }) => ({ file, integrity: `sha512-${sha512(text)}` })) }),
  }
  return { ...pack, integrity: `sha512-${sha512(integrityText(pack as unknown as Pack))}` } as unknown as Pack
}

const misplacedRules = ({ rules }: PackSource): PackProblem[] =>
  rules.flatMap(({ name, value }) => {
    const { id, changes = id } = value as { readonly id?: string; readonly changes?: string }
    return changes === ruleIdOf(name)
      ? []
      : [
          {
            code: 'SCHEMA' as const,
            pointer: '/id',
            message: `the rule ${String(changes)} belongs in rules/${String(changes)}.yaml`,
            file: name,
            line: 1,
          },
        ]
  })
