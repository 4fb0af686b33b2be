import { type CompiledPack, type Pack, unrelatedPacks } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { UsageError } from '../usage-error.js'
import { bundledPacks } from './bundled-packs.js'

/** A pack that was asked for, and the folder its path or name is looked up from. */
export interface PackRequest {
  readonly name: string
  readonly from: string
}

/** A loaded pack; its file, where it is not a bundled one. */
export interface LoadedPack {
  readonly compiled: CompiledPack
  readonly file?: string
}

const loadAll = async (requests: readonly PackRequest[], lang: Lang): Promise<LoadedPack[]> => {
  const loaded = new Map<string, LoadedPack>(bundledPacks().map((compiled) => [compiled.pack.name, { compiled }]))
  if (requests.length === 0) return [...loaded.values()]
  const { openPack } = await import('./open-pack.js')
  for (const request of requests) {
    const opened = await openPack(request, lang)
    // Deleted first, so that it stands where it was asked for.
    loaded.delete(opened.compiled.pack.name)
    loaded.set(opened.compiled.pack.name, opened)
  }
  return [...loaded.values()]
}

/** The bundled packs, then those asked for in their order; one of a bundled pack's name takes its place. */
export const loadPacks = async (requests: readonly PackRequest[], lang: Lang): Promise<CompiledPack[]> =>
  (await loadAll(requests, lang)).map(({ compiled }) => compiled)

/** The same packs, to judge by. Throws UsageError where two cover one report year and neither extends the other. */
export const loadJudges = async (requests: readonly PackRequest[], lang: Lang): Promise<CompiledPack[]> => {
  const loaded = await loadAll(requests, lang)
  const packs = loaded.map(({ compiled }) => compiled)
  const clash = unrelatedPacks(packs.map(({ pack }) => pack))
  if (clash === null) return packs
  const [first, second] = clash.packs.map((pack) => {
    const file = loaded.find(({ compiled }) => compiled.pack === pack)?.file
    return file === undefined ? pack.name : `${file}:1 ${pack.name}`
  })
  throw new UsageError([
    say(
      lang,
      `两个规则包都适用于 ${clash.year} 年度，谁也不扩展谁：只加载其中一个，或让一个扩展另一个（pack.yaml 的 extends）`,
      `two packs cover report year ${clash.year}, and neither extends the other: load one of them, or let one extend the other (extends in pack.yaml)`,
    ),
    `  ${first}`,
    `  ${second}`,
  ])
}

/** The same packs as data alone, for what judges nothing. */
export const loadPackData = async (requests: readonly PackRequest[], lang: Lang): Promise<Pack[]> =>
  (await loadPacks(requests, lang)).map(({ pack }) => pack)
