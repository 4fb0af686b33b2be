import type { CompiledPack, Pack } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import type { Severities } from '../project/config.js'
import type { Lock } from '../project/lock.js'
import { UsageError } from '../usage-error.js'
import { bundledPacks } from './bundled-packs.js'
import type { OverlayRequest, PackRequest } from './pack-request.js'

/** Which packs are wanted: those named, those of regions, and those that come with the program unless they were denied. */
export interface WantedPacks {
  readonly named: readonly PackRequest[]
  readonly overlays: readonly OverlayRequest[]
  readonly bundled: boolean
  readonly severities: Severities
}

/** A loaded pack; its file, where it is not a bundled one. */
export interface LoadedPack {
  readonly compiled: CompiledPack
  readonly file?: string
}

/** A pack for the bodies of a region. */
export interface Overlay extends LoadedPack {
  readonly region: string
}

/** What was loaded: the packs for every report, the bundled ones first, and those for regions. */
export interface LoadedPacks {
  readonly general: readonly LoadedPack[]
  readonly overlays: readonly Overlay[]
}

/**
 * The bundled packs, then those asked for in their order; one of a bundled pack's name takes its place. Each is
 * compared with the lock before any of its code runs. Throws UsageError with all packs that cannot be used.
 */
export const loadPacks = async (wanted: WantedPacks, lock: Lock | null, lang: Lang): Promise<LoadedPacks> => {
  const { named, overlays, bundled, severities } = wanted
  if (!bundled && named.length + overlays.length === 0)
    throw new UsageError(
      say(
        lang,
        '--no-bundled 不用自带的规则包，要用 --pack 给出一个',
        '--no-bundled leaves no pack: name one with --pack',
      ),
    )
  const own = (bundled ? bundledPacks() : []).map((compiled) => ({ compiled }))
  if (named.length + overlays.length + severities.size === 0 && lock === null) return { general: own, overlays: [] }
  const { openPacks } = await import('./open-packs.js')
  return openPacks(own, wanted, lock, lang)
}

/** Every loaded pack, once. */
export const allPacks = ({ general, overlays }: LoadedPacks): CompiledPack[] => {
  const byName = new Map([...general, ...overlays].map(({ compiled }) => [compiled.pack.name, compiled]))
  return [...byName.values()]
}

/** The packs as data alone, for what judges nothing. */
export const loadPackData = async (wanted: WantedPacks, lang: Lang): Promise<Pack[]> =>
  allPacks(await loadPacks(wanted, null, lang)).map(({ pack }) => pack)
