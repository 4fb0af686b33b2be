import { compareText } from '../audit/sort-findings.js'
import { validatePack } from '../generated/validate-pack.js'
import { checkPack } from '../pack/check-pack.js'
import { integrityText } from '../pack/integrity.js'
import type { PackCode } from '../pack/pack-code.js'
import type { PackProblem } from '../pack/pack-error.js'
import { shapeProblems } from '../report/parse-report.js'
import type { Pack } from '../types.js'
import { parseSource, type SourceFile } from './source-files.js'

/** A pack's source: the text of its files by their path in its folder, with `/` between folders. */
export type PackFiles = ReadonlyMap<string, string>

/** What building a pack needs from outside. */
export interface BuildPorts {
  /** sha512 of a text, in base64. */
  sha512(text: string): string
}

/** The built code of a pack: its text, and what it exports. */
export interface BuiltCode {
  readonly file: string
  readonly text: string
  readonly exports: PackCode
}

/** The built pack, or every problem of its source with file and line. */
export type BuildResult =
  | { readonly pack: Pack; readonly problems: readonly [] }
  | { readonly pack: null; readonly problems: readonly PackProblem[] }

/** Builds pack.json from pack.yaml, form.yaml, clean.json and rules/<group>/<name>.yaml. Rules stand in the order of their ids. */
export const buildPack = (files: PackFiles, ports: BuildPorts, code?: BuiltCode): BuildResult => {
  const problems: PackProblem[] = []
  const read = (name: string): SourceFile | undefined => {
    const text = files.get(name)
    if (text === undefined) {
      problems.push({ code: 'FILE_MISSING', pointer: '', message: `the pack has no ${name}`, file: name })
      return undefined
    }
    return parseSource(name, text, problems)
  }
  const manifest = read('pack.yaml')
  const form = read('form.yaml')
  const clean = read('clean.json')
  const rules = [...files.keys()]
    .filter((name) => /^rules\/.+\.ya?ml$/.test(name))
    .sort((a, b) => compareText(ruleIdOf(a), ruleIdOf(b)))
    .map((name) => parseSource(name, files.get(name)!, problems))
  if (problems.length > 0 || !manifest || !form || !clean) return { pack: null, problems }

  const { code: _, ...fields } = (manifest.value ?? {}) as Record<string, unknown>
  const draft = {
    ...fields,
    form: form.value,
    rules: rules.map(({ value }) => value),
    clean: clean.value,
    ...(code === undefined ? {} : { code: { file: code.file, integrity: `sha512-${ports.sha512(code.text)}` } }),
  }
  const pack = {
    ...draft,
    integrity: `sha512-${ports.sha512(integrityText(draft as unknown as Pack))}`,
  } as unknown as Pack
  const place = (problem: PackProblem): PackProblem => locate(problem, { manifest, form, clean, rules })
  if (!validatePack(pack)) {
    return {
      pack: null,
      problems: shapeProblems(validatePack.errors ?? []).map((problem) => place({ code: 'SCHEMA', ...problem })),
    }
  }
  for (const { name, value } of rules) {
    const { id } = value as { readonly id: string }
    if (ruleIdOf(name) !== id)
      problems.push({
        code: 'SCHEMA',
        pointer: '/id',
        message: `the rule ${id} belongs in rules/${id}.yaml`,
        file: name,
        line: 1,
      })
  }
  problems.push(...checkPack(pack, code?.exports).map(place))
  return problems.length > 0 ? { pack: null, problems } : { pack, problems: [] }
}

const ruleIdOf = (name: string): string => name.replace(/^rules\//, '').replace(/\.ya?ml$/, '')

interface Sources {
  readonly manifest: SourceFile
  readonly form: SourceFile
  readonly clean: SourceFile
  readonly rules: readonly SourceFile[]
}

/** The problem with the file and line in which its author wrote what is wrong. */
const locate = (problem: PackProblem, { manifest, form, clean, rules }: Sources): PackProblem => {
  const rule = /^\/rules\/(\d+)(.*)$/.exec(problem.pointer)
  const [source, pointer] = rule
    ? [rules[Number(rule[1])], rule[2]!]
    : problem.pointer.startsWith('/form')
      ? [form, problem.pointer.slice('/form'.length)]
      : problem.pointer.startsWith('/clean')
        ? [clean, problem.pointer.slice('/clean'.length)]
        : [manifest, problem.pointer]
  return source ? { ...problem, file: source.name, line: source.lineOf(pointer) } : problem
}
