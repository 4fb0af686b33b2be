import { readdir, stat } from 'node:fs/promises'
import { join, normalize, resolve } from 'node:path'
import { compareText } from '@gouji/core'
import { type FailureCode, type Lang, type PassedOver, say } from '@gouji/reporters'
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

/** What paths name: the inputs, and what a folder among them holds that is none. */
export interface Listing {
  readonly inputs: readonly Input[]
  readonly passedOver: readonly PassedOver[]
}

/** The files that a run writes or goes by, which are no reports: absolute paths of no links. */
export type OwnFiles = ReadonlyMap<string, 'output' | 'settings'>

/**
 * The files that the paths name, each once, in the order given; a folder's and a glob's in code-unit order, without the
 * run's own. Throws UsageError where a path names one of those.
 */
export const listInputs = async (paths: readonly string[], own: OwnFiles, lang: Lang): Promise<Listing> => {
  const inputs: Input[] = []
  const passedOver: PassedOver[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    for (const input of await expand(path, own, lang, passedOver)) {
      const key = input.path === '-' ? '-' : resolve(input.path)
      if (!seen.has(key)) inputs.push(input)
      seen.add(key)
    }
  }
  return { inputs, passedOver }
}

const expand = async (path: string, own: OwnFiles, lang: Lang, passedOver: PassedOver[]): Promise<Input[]> => {
  if (path === '-') return [{ path }]
  const found = await stat(path).catch((error: unknown) => (isMissing(error) ? null : unreadable(path, error)))
  if (found !== null && 'path' in found) return [found]
  if (found?.isDirectory()) {
    const { inputs, others, links } = await lookInto(path)
    const files = (await withoutOwn(others, own)).map((other) => other.path)
    passedOver.push(...passed(path, 'format', files), ...passed(path, 'link', links))
    return orNothing(path, await withoutOwn(inputs, own))
  }
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

/** What no one takes for a report: hidden files, Word's lock files, installed packages, what a file manager leaves. */
const NO_REPORT = /^(?:[.~].*|node_modules|thumbs\.db|desktop\.ini)$/i

interface Contents {
  readonly inputs: Input[]
  /** Files of other endings. */
  readonly others: Input[]
  /** Links to folders, which are not followed: they may lead anywhere, and back. */
  readonly links: string[]
}

/** What a folder and its folders hold; one that cannot be read is an input that cannot be read. */
const lookInto = async (
  folder: string,
  contents: Contents = { inputs: [], others: [], links: [] },
): Promise<Contents> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => unreadable(folder, error))
  if (!Array.isArray(entries)) {
    contents.inputs.push(entries)
    return contents
  }
  for (const entry of entries) {
    if (NO_REPORT.test(entry.name)) continue
    const path = join(folder, entry.name)
    const shown = slashed(normalize(path))
    if (entry.isDirectory()) await lookInto(path, contents)
    else if (entry.isSymbolicLink() && (await leadsToFolder(path))) contents.links.push(shown)
    // A pipe would be waited for.
    else if (entry.isFile() || entry.isSymbolicLink())
      (READ.test(entry.name) ? contents.inputs : contents.others).push({ path: shown })
  }
  return contents
}

const leadsToFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

const passed = (folder: string, because: PassedOver['because'], paths: readonly string[]): PassedOver[] =>
  paths.length === 0 ? [] : [{ folder: slashed(folder), because, paths: [...paths].sort(compareText) }]

const unreadable = (path: string, error: unknown): Input => ({
  path: slashed(path),
  missing: 'FILE_UNREADABLE',
  detail: (error as NodeJS.ErrnoException).code ?? 'EIO',
})

const slashed = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path)
