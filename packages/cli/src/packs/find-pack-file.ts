import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { PackRequest } from './pack-request.js'

/** The pack.json that a path, a folder or a package's name means, a package installed there or with this program; `null` where there is none. */
export const findPackFile = async ({ name, from }: PackRequest): Promise<string | null> => {
  const path = resolve(from, name)
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) return path
  if (found?.isDirectory()) {
    for (const file of [join(path, 'pack.json'), join(path, 'dist', 'pack.json')])
      if ((await stat(file).catch(() => null))?.isFile()) return file
    return null
  }
  if (!/^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)) return null
  return installedFile(name, join(from, 'noop.js')) ?? installedFile(name, import.meta.url)
}

const installedFile = (name: string, from: string): string | null => {
  try {
    return createRequire(from).resolve(`${name}/pack.json`)
  } catch {
    return null
  }
}
