import { readdir, stat } from 'node:fs/promises'
import { join, normalize, resolve } from 'node:path'
import { compareText } from '@gouji/core'
import { type FailureCode, type Lang, say } from '@gouji/reporters'
import { followLinks } from '../output/follow-links.js'
import { UsageError } from '../usage-error.js'
import { isMissing } from './is-missing.js'

/** A file to audit, or a path that names none. */
export interface Input {
  readonly path: string
  readonly missing?: FailureCode
  /** The system's own word for it. */
  readonly detail?: string
}

/**
 * The files that the paths name, each once, in the order given; a folder's and a glob's in code-unit order, without the
 * outputs of the run, which are absolute paths of no links. Throws UsageError where a path names one of them.
 */
export const listInputs = async (
  paths: readonly string[],
  outputs: ReadonlySet<string>,
  lang: Lang,
): Promise<Input[]> => {
  const inputs: Input[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    for (const input of await expand(path, outputs, lang)) {
      const key = input.path === '-' ? '-' : resolve(input.path)
      if (!seen.has(key)) inputs.push(input)
      seen.add(key)
    }
  }
  return inputs
}

const expand = async (path: string, outputs: ReadonlySet<string>, lang: Lang): Promise<Input[]> => {
  if (path === '-') return [{ path }]
  const found = await stat(path).catch((error: unknown) => (isMissing(error) ? null : unreadable(path, error)))
  if (found !== null && 'path' in found) return [found]
  if (found?.isDirectory()) return orNothing(path, await withoutOutputs(await reportsIn(path), outputs))
  if (found !== null) {
    if (found.isFile() && (await isOutput(path, outputs)))
      throw new UsageError(
        say(lang, `--output 会覆盖要审核的文件：${path}`, `--output would overwrite a file to audit: ${path}`),
      )
    return [{ path: slashed(path) }]
  }
  if (!/[*?[\]{}()!]/.test(path)) return [{ path: slashed(path), missing: 'FILE_MISSING' }]
  const { glob } = await import('tinyglobby')
  const files = await glob(slashed(path), { expandDirectories: false, onlyFiles: true })
  return orNothing(
    path,
    await withoutOutputs(
      files.map((file) => ({ path: file })),
      outputs,
    ),
  )
}

const isOutput = async (path: string, outputs: ReadonlySet<string>): Promise<boolean> =>
  outputs.size > 0 && outputs.has(await followLinks(path))

const withoutOutputs = async (inputs: readonly Input[], outputs: ReadonlySet<string>): Promise<Input[]> => {
  const kept: Input[] = []
  for (const input of inputs) if (!(await isOutput(input.path, outputs))) kept.push(input)
  return kept
}

const orNothing = (path: string, inputs: readonly Input[]): Input[] =>
  inputs.length === 0
    ? [{ path: slashed(path), missing: 'NOTHING_MATCHED' }]
    : [...inputs].sort((a, b) => compareText(a.path, b.path))

/** What of a folder is read: the endings that reports have. */
const READ = /\.(?:txt|json|s?html?|xhtml|docx?|xlsx|pdf)$/i

/** Reports in a folder and its folders; hidden ones, Word's lock files and installed packages aside; a folder that cannot be read is told. */
const reportsIn = async (folder: string): Promise<Input[]> => {
  const inputs: Input[] = []
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => unreadable(folder, error))
  if (!Array.isArray(entries)) return [entries]
  for (const entry of entries) {
    if (/^[.~]/.test(entry.name) || entry.name === 'node_modules' || entry.name === 'gouji.json') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) inputs.push(...(await reportsIn(path)))
    // A pipe would be waited for.
    else if ((entry.isFile() || entry.isSymbolicLink()) && READ.test(entry.name))
      inputs.push({ path: slashed(normalize(path)) })
  }
  return inputs
}

const unreadable = (path: string, error: unknown): Input => ({
  path: slashed(path),
  missing: 'FILE_UNREADABLE',
  detail: (error as NodeJS.ErrnoException).code ?? 'EIO',
})

const slashed = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path)
