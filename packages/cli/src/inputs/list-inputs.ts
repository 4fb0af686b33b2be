import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { compareText } from '@gouji/core'
import { type Lang, type PassedOver, say } from '@gouji/reporters'
import { followLinks } from '../output/follow-links.js'
import { UsageError } from '../usage-error.js'
import { type Input, slashed, unreadable } from './input.js'
import { isGlob } from './is-glob.js'
import { isMissing } from './is-missing.js'
import { type Contents, type ListedFile, lookInto } from './look-into.js'
import { passedOverIn } from './passed-over-in.js'

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
  const folders = new Map<string, Contents>()
  const seen = new Set<string>()
  for (const path of paths) {
    for (const input of await expand(path, own, lang, folders)) {
      const key = input.path === '-' ? '-' : resolve(input.path)
      if (!seen.has(key)) inputs.push(input)
      seen.add(key)
    }
  }
  return { inputs, passedOver: passedOverIn(folders, seen) }
}

const expand = async (path: string, own: OwnFiles, lang: Lang, folders: Map<string, Contents>): Promise<Input[]> => {
  if (path === '-') return [{ path }]
  const found = await stat(path).catch((error: unknown) => (isMissing(error) ? null : unreadable(path, error)))
  if (found !== null && 'path' in found) return [found]
  if (found?.isDirectory()) {
    const contents = await lookInto(path)
    // The run's own are not passed over.
    folders.set(path, { ...contents, others: await withoutOwn(contents.others, own) })
    return orNothing(path, await withoutOwn(contents.inputs, own))
  }
  if (found !== null) {
    const use = found.isFile() ? await useOf({ path }, own) : undefined
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

const useOf = async ({ path, real }: ListedFile, own: OwnFiles) =>
  own.size === 0 ? undefined : own.get(real ?? (await followLinks(path)))

const withoutOwn = async (inputs: readonly ListedFile[], own: OwnFiles): Promise<ListedFile[]> => {
  const kept: ListedFile[] = []
  for (const input of inputs) if ((await useOf(input, own)) === undefined) kept.push(input)
  return kept
}

const orNothing = (path: string, inputs: readonly Input[]): Input[] =>
  inputs.length === 0
    ? [{ path: slashed(path), missing: 'NOTHING_MATCHED' }]
    : [...inputs].sort((a, b) => compareText(a.path, b.path))
