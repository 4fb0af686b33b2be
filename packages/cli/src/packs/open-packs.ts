import { type CompiledPack, withSeverities } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import type { Severities } from '../project/config.js'
import { type Lock, lockProblem } from '../project/lock.js'
import { UsageError } from '../usage-error.js'
import { noRule } from '../words/no-rule.js'
import type { LoadedPack, LoadedPacks, Overlay, WantedPacks } from './load-packs.js'
import { openPack } from './open-pack.js'
import type { PackRequest } from './pack-request.js'

/** Loads what is not bundled, and gives rules the severities that were asked for. Throws UsageError with all problems. */
export const openPacks = async (
  own: readonly LoadedPack[],
  { named, overlays, severities }: WantedPacks,
  lock: Lock | null,
  lang: Lang,
): Promise<LoadedPacks> => {
  const problems: string[] = []
  const open = async (request: PackRequest): Promise<LoadedPack | null> => {
    try {
      return await openPack(request, lang, lock)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      problems.push(...error.lines)
      return null
    }
  }

  const general = new Map(own.map((loaded) => [loaded.compiled.pack.name, loaded]))
  for (const request of named) {
    const opened = await open(request)
    if (opened === null) continue
    // Deleted first, so that it stands where it was asked for.
    general.delete(opened.compiled.pack.name)
    general.set(opened.compiled.pack.name, opened)
  }
  const opened: Overlay[] = []
  for (const request of overlays) {
    const loaded = await open(request)
    if (loaded === null) continue
    const { name, integrity } = loaded.compiled.pack
    const same = [...general.values(), ...opened].find(({ compiled }) => compiled.pack.name === name)
    if (same !== undefined && same.compiled.pack.integrity !== integrity)
      problems.push(
        say(
          lang,
          `${request.place}: 叠加包 ${name} 与另一个加载的规则包同名而内容不同，请给它另起名称`,
          `${request.place}: the overlay ${name} has the name of another loaded pack that is not the same; name it otherwise`,
        ),
      )
    // One pack for several regions is one pack.
    opened.push({ ...(same ?? loaded), region: request.region })
  }
  // What was opened was compared with the lock before its code ran.
  for (const { compiled, file } of general.values()) {
    const unlocked = lock === null || file !== undefined ? null : lockProblem(compiled.pack, lock, lang)
    if (unlocked !== null) problems.push(unlocked)
  }
  if (problems.length > 0) throw new UsageError([...new Set(problems)])
  return applySeverities({ general: [...general.values()], overlays: opened }, severities, lang)
}

const applySeverities = (loaded: LoadedPacks, severities: Severities, lang: Lang): LoadedPacks => {
  if (severities.size === 0) return loaded
  const all = [...loaded.general, ...loaded.overlays]
  const ids = new Set(all.flatMap(({ compiled }) => compiled.pack.rules.map(({ id }) => id)))
  const unknown = [...severities].flatMap(([id, { place }]) =>
    ids.has(id) ? [] : [`${place}: ${noRule(id, ids, lang)}`],
  )
  if (unknown.length > 0) throw new UsageError(unknown)
  const byId = new Map([...severities].map(([id, { severity }]) => [id, severity]))
  const derived = new Map<CompiledPack, CompiledPack>()
  const derive = <Loaded extends LoadedPack>(from: Loaded): Loaded => {
    const compiled = derived.get(from.compiled) ?? withSeverities(from.compiled, byId)
    derived.set(from.compiled, compiled)
    return { ...from, compiled }
  }
  return { general: loaded.general.map(derive), overlays: loaded.overlays.map(derive) }
}
