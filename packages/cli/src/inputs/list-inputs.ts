import { readdir, stat } from 'node:fs/promises'
import { join, normalize, resolve } from 'node:path'
import { compareText } from '@gouji/core'
import { type FailureCode, type Lang, say } from '@gouji/reporters'
import { followLinks } from '../output/follow-links.js'
import { UsageError } from '../usage-error.js'
import { isGlob } from './is-glob.js'
import { isMissing } from './is-missing.js'

/** A file to audit, or a path that names none. */
export interface Input {
  readonly path: string
  readonly missing?: FailureCode
  /** The system's own word for it. */
  readonly detail?: string
}

/** The files that a run writes or goes by, which are no reports: absolute paths of no links. */
export type OwnFiles = ReadonlyMap<string, 'output' | 'settings'>

/**
 * The files that the paths name, each once, in the order given; a folder's and a glob's in code-unit order, without the
 * run's own. Throws UsageError where a path names one of those.
 */
export const listInputs = async (paths: readonly string[], own: OwnFiles, lang: Lang): Promise<Input[]> => {
  const inputs: Input[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    for (const input of await expand(path, own, lang)) {
      const key = input.path === '-' ? '-' : resolve(input.path)
      if (!seen.has(key)) inputs.push(input)
      seen.add(key)
    }
  }
  return inputs
}

const expand = async (path: string, own: OwnFiles, lang: Lang): Promise<Input[]> => {
  if (path === '-') return [{ path }]
  const found = await stat(path).catch((error: unknown) => (isMissing(error) ? null : unreadable(path, error)))
  if (found !== null && 'path' in found) return [found]
  if (found?.isDirectory()) return orNothing(path, await withoutOwn(await reportsIn(path), own))
  if (found !== null) {
    const use = found.isFile() ? await useOf(path, own) : undefined
    if (use === 'output')
      throw new UsageError(
        say(lang, `--output 会覆盖要审核的文件：${path}`, `--output would overwrite a file to audit: ${path}`),
      )
    if (use === 'settings')
      throw new UsageError(
        say(
          lang,
          `${path} 是这次运行所依据的文件（配置、锁定、豁免或基线），不是报告`,
          `${path} is a file that this run goes by (config, lock, waivers or baseline), and no report`,
        ),
      )
    return [{ path: slashed(path) }]
  }
  if (!isGlob(path)) return [{ path: slashed(path), missing: 'FILE_MISSING' }]
  const { glob } = await import('tinyglobby')
  const files = await glob(slashed(path), { expandDirectories: false, onlyFiles: true })
  return orNothing(
    path,
    await withoutOwn(
      files.map((file) => ({ path: file })),
      own,
    ),
  )
}

const useOf = async (path: string, own: OwnFiles) => (own.size === 0 ? undefined : own.get(await followLinks(path)))

const withoutOwn = async (inputs: readonly Input[], own: OwnFiles): Promise<Input[]> => {
  const kept: Input[] = []
  for (const input of inputs) if ((await useOf(input.path, own)) === undefined) kept.push(input)
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
    if (/^[.~]/.test(entry.name) || entry.name === 'node_modules') continue
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
