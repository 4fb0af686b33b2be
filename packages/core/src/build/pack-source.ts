import { compareText } from '../audit/sort-findings.js'
import type { PackProblem } from '../pack/pack-error.js'
import { parseSource, type SourceFile } from './source-files.js'

/** A pack's source: the text of its files by their path in its folder, with `/` between folders. */
export type PackFiles = ReadonlyMap<string, string>

/** The parsed files of a pack. A pack that extends another may leave out its form and its clean report. */
export interface PackSource {
  readonly manifest: SourceFile
  readonly form: SourceFile | undefined
  readonly clean: SourceFile | undefined
  /** In the order of their ids. */
  readonly rules: readonly SourceFile[]
  /** What was last published. */
  readonly published: SourceFile | undefined
}

/** What a file is to a pack; a folder holds other files too. */
export const isPackFile = (name: string): boolean =>
  /^(?:pack\.yaml|form\.yaml|clean\.json|published\.json|rules\/.+\.ya?ml)$/.test(name)

/** The id that a rule's file stands for: rules/<group>/<name>.yaml. */
export const ruleIdOf = (name: string): string => name.replace(/^rules\//, '').replace(/\.ya?ml$/, '')

/** What pack.yaml says that the pack extends; undefined where it says nothing. */
const extendsOf = (manifest: unknown): unknown =>
  typeof manifest === 'object' && manifest !== null ? (manifest as { readonly extends?: unknown }).extends : undefined

/** The pack that a source extends, as its pack.yaml names it; `null` where it names none. */
export const baseNameOf = (files: PackFiles): string | null => {
  const name = extendsOf(parseSource('pack.yaml', files.get('pack.yaml') ?? '', []).value)
  return typeof name === 'string' ? name : null
}

/** Parses the files of a pack; `null` with the problems where they cannot be parsed or one is missing. */
export const parsePackSource = (files: PackFiles, problems: PackProblem[]): PackSource | null => {
  const before = problems.length
  const read = (name: string): SourceFile | undefined => {
    const text = files.get(name)
    return text === undefined ? undefined : parseSource(name, text, problems)
  }
  const needed = (name: string): SourceFile | undefined => {
    const file = read(name)
    if (file === undefined)
      problems.push({ code: 'FILE_MISSING', pointer: '', message: `the pack has no ${name}`, file: name })
    return file
  }
  const manifest = needed('pack.yaml')
  const isDerived = extendsOf(manifest?.value) !== undefined
  const [form, clean] = ['form.yaml', 'clean.json'].map(isDerived ? read : needed)
  const rules = [...files.keys()]
    .filter((name) => isPackFile(name) && name.startsWith('rules/'))
    .sort((a, b) => compareText(ruleIdOf(a), ruleIdOf(b)))
    .map((name) => parseSource(name, files.get(name)!, problems))
  const published = read('published.json')
  if (manifest && (typeof manifest.value !== 'object' || manifest.value === null || Array.isArray(manifest.value)))
    problems.push({ code: 'SCHEMA', pointer: '', message: 'pack.yaml is values by name', file: 'pack.yaml', line: 1 })
  return problems.length > before || !manifest ? null : { manifest, form, clean, rules, published }
}
