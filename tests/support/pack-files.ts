import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Pack } from '@gouji/core'
import {
  type BuildResult,
  type BuiltCode,
  buildPack,
  type FoundBase,
  isPackFile,
  type PackFiles,
} from '@gouji/core/build'

export const sha512 = (text: string): string => createHash('sha512').update(text).digest('base64')

/** The source of a pack of this repository, by its folder. */
export const filesOf = (path: string): Map<string, string> => {
  const folder = new URL(`../../${path}/`, import.meta.url)
  return new Map(
    (readdirSync(folder, { recursive: true }) as string[])
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => isPackFile(name) && statSync(new URL(name, folder)).isFile())
      .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  )
}

export const build = (files: PackFiles, base?: Pack | FoundBase, code?: BuiltCode): BuildResult =>
  buildPack(
    files,
    { sha512 },
    { code, base: base === undefined ? undefined : 'pack' in base ? base : { pack: base, code: [] } },
  )
