import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Pack, PackError } from '@gouji/core'
import { type BuiltCode, baseNameOf, type FoundBase, isPackFile, type PackFiles } from '@gouji/core/build'
import { type Lang, say } from '@gouji/reporters'
import { decodeJson } from '../inputs/decode-json.js'
import { parseJson } from '../inputs/parse-json.js'
import { UsageError } from '../usage-error.js'
import { findPackFile } from './find-pack-file.js'
import { importCode } from './import-code.js'
import { openCode } from './open-code.js'

/** A pack's source: its files, its built code where it has some, and the pack that it extends where that was found. */
export interface SourceFolder {
  readonly files: PackFiles
  readonly code?: BuiltCode
  readonly base?: FoundBase
}

/** Reads a pack's folder. Throws UsageError where it is none, or where its code does not load. */
export const readPackSource = async (folder: string, lang: Lang): Promise<SourceFolder> => {
  const names = await readdir(folder, { recursive: true }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(say(lang, `打不开文件夹 ${folder}（${code}）`, `cannot open the folder ${folder} (${code})`))
  })
  const files = new Map<string, string>()
  for (const name of names.map((each) => each.replaceAll('\\', '/')))
    if (isPackFile(name)) {
      const text = await readUnlessFolder(join(folder, name))
      if (text !== null) files.set(name, text)
    }
  const [code, base] = [await readCode(folder, lang), await readBase(files, folder, lang)]
  return { files, ...(code && { code }), ...(base && { base }) }
}

/** The built pack that the source extends; null where it extends none, or it cannot be found. */
const readBase = async (files: PackFiles, folder: string, lang: Lang): Promise<FoundBase | null> => {
  const name = baseNameOf(files)
  const file = name === null ? null : await findPackFile({ name, from: resolve(folder) })
  if (file === null) return null
  const pack = await readFile(file)
    .then(decodeJson)
    .then(parseJson)
    .catch(() => null)
  const code = await openCode(pack as Pack | null, file).catch((error: unknown) => {
    if (!(error instanceof PackError)) throw error
    const why = error.problems[0]?.message
    throw new UsageError(
      say(
        lang,
        `${folder} 所扩展的 ${name} 不能使用：${why}`,
        `${name}, which ${folder} extends, cannot be used: ${why}`,
      ),
      { cause: error },
    )
  })
  return { pack, code }
}

const readCode = async (folder: string, lang: Lang): Promise<BuiltCode | null> => {
  // The build itself writes dist/facts.js, which is the source only of a pack that bundles its code there.
  for (const name of ['facts.js', 'dist/facts.js']) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => null)
    if (text === null) continue
    const exports = await importCode(text).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new UsageError(
        say(
          lang,
          `${join(folder, name)}：代码不能单独运行（${why}）；它不能引入旁边的文件`,
          `${join(folder, name)}: the code does not run by itself (${why}); it may import no neighbours`,
        ),
        { cause },
      )
    })
    return { file: 'facts.js', text, exports }
  }
  return null
}

const readUnlessFolder = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EISDIR') return null
    throw error
  })
