import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuiltCode, PackFiles } from '@gouji/core/build'
import { type Lang, say } from '@gouji/reporters'
import { UsageError } from '../usage-error.js'
import { importCode } from './import-code.js'

/** A pack's source: its files, and its built code where it has some. */
export interface PackSource {
  readonly files: PackFiles
  readonly code?: BuiltCode
}

/** Reads a pack's folder. Throws UsageError where it is none, or where its code does not load. */
export const readPackSource = async (folder: string, lang: Lang): Promise<PackSource> => {
  const names = await readdir(folder, { recursive: true }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(say(lang, `打不开文件夹 ${folder}（${code}）`, `cannot open the folder ${folder} (${code})`))
  })
  const files = new Map<string, string>()
  for (const name of names.map((each) => each.replaceAll('\\', '/')))
    if (/^(?:pack\.yaml|form\.yaml|clean\.json|rules\/.+\.ya?ml)$/.test(name)) {
      const text = await readUnlessFolder(join(folder, name))
      if (text !== null) files.set(name, text)
    }
  // The build itself writes dist/facts.js, which is the source only of a pack that bundles its code there.
  for (const name of ['facts.js', 'dist/facts.js']) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => null)
    if (text === null) continue
    const exports = await importCode(text).catch((cause: Error) => {
      throw new UsageError(
        say(
          lang,
          `${join(folder, name)}：代码不能单独运行（${cause.message}）；它不能引入旁边的文件`,
          `${join(folder, name)}: the code does not run by itself (${cause.message}); it may import no neighbours`,
        ),
        { cause },
      )
    })
    return { files, code: { file: 'facts.js', text, exports } }
  }
  return { files }
}

const readUnlessFolder = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EISDIR') return null
    throw error
  })
