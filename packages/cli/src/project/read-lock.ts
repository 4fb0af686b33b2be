import { type Lang, say } from '@gouji/reporters'
import { validateLock } from '../generated/validate-lock.js'
import type { Lock, LockedPack } from './lock.js'
import { readYamlFile, refuseProblems, yamlProblems } from './read-yaml-file.js'

/** Reads a lock, and the hash of its bytes. Throws UsageError with all that is wrong with it. */
export const readLock = async (file: string, lang: Lang): Promise<{ readonly lock: Lock; readonly sha256: string }> => {
  const { yaml, sha256 } = await readYamlFile(file, lang)
  refuseProblems(file, yamlProblems(yaml, validateLock, lang), lang)
  const { packs } = yaml.value as { readonly packs: readonly LockedPack[] }
  const byName = new Map<string, LockedPack>()
  const twice = packs.flatMap((pack, index) => {
    if (byName.has(pack.name))
      return [
        yaml.problemAt(`/packs/${index}/name`, say(lang, `${pack.name} 写了两次`, `${pack.name} is written twice`)),
      ]
    byName.set(pack.name, pack)
    return []
  })
  refuseProblems(file, twice, lang)
  return { lock: { file, packs: byName }, sha256 }
}
