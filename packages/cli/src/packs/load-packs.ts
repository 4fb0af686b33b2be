import type { CompiledPack, Pack } from '@gouji/core'
import type { Lang } from '@gouji/reporters'
import { bundledPacks } from './bundled-packs.js'

/** A pack that was asked for, and the folder its path or name is looked up from. */
export interface PackRequest {
  readonly name: string
  readonly from: string
}

/** The bundled packs, then those asked for in their order; one of a bundled pack's name takes its place. */
export const loadPacks = async (requests: readonly PackRequest[], lang: Lang): Promise<CompiledPack[]> => {
  const bundled = bundledPacks()
  if (requests.length === 0) return bundled
  const { openPack } = await import('./open-pack.js')
  const asked: CompiledPack[] = []
  for (const request of requests) asked.push(await openPack(request, lang))
  const names = new Set(asked.map(({ pack }) => pack.name))
  return [...bundled.filter(({ pack }) => !names.has(pack.name)), ...asked]
}

/** The same packs as data alone, for what judges nothing. */
export const loadPackData = async (requests: readonly PackRequest[], lang: Lang): Promise<Pack[]> =>
  (await loadPacks(requests, lang)).map(({ pack }) => pack)
