import { readdir, stat } from 'node:fs/promises'
import { join, normalize, resolve } from 'node:path'
import { compareText } from '@gouji/core'
import type { FailureCode } from '@gouji/reporters'

/** A file to audit, or a path that names none. */
export interface Input {
  readonly path: string
  readonly missing?: FailureCode
}

/** The files that the paths name, each once, in the order given; a folder's and a glob's in code-unit order. */
export const listInputs = async (paths: readonly string[]): Promise<Input[]> => {
  const inputs: Input[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    for (const input of await expand(path)) {
      const key = input.path === '-' ? '-' : resolve(input.path)
      if (!seen.has(key)) inputs.push(input)
      seen.add(key)
    }
  }
  return inputs
}

const expand = async (path: string): Promise<Input[]> => {
  if (path === '-') return [{ path }]
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) return orNothing(path, await reportsIn(path), 'NOTHING_MATCHED')
  if (found !== null) return [{ path: slashed(path) }]
  if (!/[*?[\]{}()!]/.test(path)) return [{ path: slashed(path), missing: 'FILE_MISSING' }]
  const { glob } = await import('tinyglobby')
  return orNothing(path, await glob(slashed(path), { expandDirectories: false, onlyFiles: true }), 'NOTHING_MATCHED')
}

const orNothing = (path: string, files: readonly string[], missing: FailureCode): Input[] =>
  files.length === 0 ? [{ path: slashed(path), missing }] : [...files].sort(compareText).map((file) => ({ path: file }))

/** Reports in a folder and its folders, hidden ones and installed packages aside. */
const reportsIn = async (folder: string): Promise<string[]> => {
  const files: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'gouji.json') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await reportsIn(path)))
    else if (/\.(?:txt|json)$/i.test(entry.name)) files.push(slashed(normalize(path)))
  }
  return files
}

const slashed = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path)
