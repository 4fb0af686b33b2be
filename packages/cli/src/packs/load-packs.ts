import { type CompiledPack, type Pack, unrelatedPacks } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { UsageError } from '../usage-error.js'
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
  const loaded = new Map(bundled.map((compiled) => [compiled.pack.name, compiled]))
  const files = new Map<string, string>()
  for (const request of requests) {
    const { compiled, file } = await openPack(request, lang)
    // Deleted first, so that it stands where it was asked for.
    loaded.delete(compiled.pack.name)
    loaded.set(compiled.pack.name, compiled)
    files.set(compiled.pack.name, file)
  }
  const packs = [...loaded.values()]
  refuseUnrelated(packs, files, lang)
  return packs
}

const refuseUnrelated = (packs: readonly CompiledPack[], files: ReadonlyMap<string, string>, lang: Lang): void => {
  const clash = unrelatedPacks(packs.map(({ pack }) => pack))
  if (clash === null) return
  const [first, second] = clash.packs.map(({ name }) => (files.has(name) ? `${name}（${files.get(name)}:1）` : name))
  throw new UsageError(
    say(
      lang,
      `规则包 ${first} 和 ${second} 都适用于 ${clash.year} 年度，而谁也不是由谁扩展而来：只加载其中一个，或让一个扩展另一个`,
      `the packs ${first} and ${second} both cover report year ${clash.year} and neither extends the other: load one of them, or let one extend the other`,
    ),
  )
}

/** The same packs as data alone, for what judges nothing. */
export const loadPackData = async (requests: readonly PackRequest[], lang: Lang): Promise<Pack[]> =>
  (await loadPacks(requests, lang)).map(({ pack }) => pack)
