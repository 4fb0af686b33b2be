import { readFile, stat } from 'node:fs/promises'
import type { Pack, Result } from '@gouji/core'
import type { Difference } from '@gouji/reporters'
import { sha256Of } from '../inputs/sha256-of.js'
import { TOOL } from '../tool.js'

/** What a result was made of that is not as it was: the program, files, inputs. */
export const changedFiles = async ({ tool, run, audits }: Result): Promise<Difference[]> => {
  const differences: Difference[] = []
  if (tool.name !== TOOL.name || tool.version !== TOOL.version)
    differences.push({ kind: 'tool', name: TOOL.name, recorded: `${tool.name} ${tool.version}`, now: TOOL.version })
  const files = [
    ...run.files.map(({ role, path, sha256 }) => ({ kind: role, path, sha256 })),
    ...audits.map(({ input: { path, sha256 } }) => ({ kind: 'input' as const, path, sha256 })),
  ]
  for (const { kind, path, sha256 } of files) {
    const now = await hashOf(path)
    if (now !== sha256) differences.push({ kind, name: path, recorded: sha256, now })
  }
  return differences
}

const hashOf = async (path: string): Promise<string | null> => {
  // A result may name anything: a pipe would be waited for, a device read for ever.
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
  const bytes = isFile ? await readFile(path).catch(() => null) : null
  return bytes === null ? null : sha256Of(bytes)
}

/** The packs that are loaded now and were not, or were and are not, or are others. */
export const changedPacks = ({ packs: recorded }: Result, loaded: readonly Pack[]): Difference[] => {
  const now = new Map(loaded.map((pack) => [pack.name, pack]))
  const then = new Map(recorded.map((pack) => [pack.name, pack]))
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((name): Difference[] => {
    const [before, after] = [then.get(name), now.get(name)]
    if (before?.integrity === after?.integrity && before?.version === after?.version) return []
    return [{ kind: 'pack', name, recorded: before ? shown(before) : null, now: after ? shown(after) : null }]
  })
}

const shown = ({ version, integrity }: Pick<Pack, 'version' | 'integrity'>): string => `${version} ${integrity}`
