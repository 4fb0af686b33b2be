import { type CompiledPack, type Pack, unrelatedPacks } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { UsageError } from '../usage-error.js'
import { bundledPacks } from './bundled-packs.js'

/** A pack that was asked for, and the folder its path or name is looked up from. */
export interface PackRequest {
  readonly name: string
  readonly from: string
}

/** Which packs are wanted: those named, and those that come with the program unless they were denied. */
export interface WantedPacks {
  readonly named: readonly PackRequest[]
  readonly bundled: boolean
}

/** A loaded pack; its file, where it is not a bundled one. */
export interface LoadedPack {
  readonly compiled: CompiledPack
  readonly file?: string
}

const loadAll = async ({ named, bundled }: WantedPacks, lang: Lang): Promise<LoadedPack[]> => {
  const loaded = new Map<string, LoadedPack>(
    (bundled ? bundledPacks() : []).map((compiled) => [compiled.pack.name, { compiled }]),
  )
  if (named.length === 0) {
    if (bundled) return [...loaded.values()]
    throw new UsageError(
      say(
        lang,
        '--no-bundled 不用自带的规则包，要用 --pack 给出一个',
        '--no-bundled leaves no pack: name one with --pack',
      ),
    )
  }
  const { openPack } = await import('./open-pack.js')
  for (const request of named) {
    const opened = await openPack(request, lang)
    // Deleted first, so that it stands where it was asked for.
    loaded.delete(opened.compiled.pack.name)
    loaded.set(opened.compiled.pack.name, opened)
  }
  return [...loaded.values()]
}

/** The bundled packs, then those asked for in their order; one of a bundled pack's name takes its place. */
export const loadPacks = async (wanted: WantedPacks, lang: Lang): Promise<CompiledPack[]> =>
  (await loadAll(wanted, lang)).map(({ compiled }) => compiled)

/**
 * The same packs, to judge by. Throws UsageError where two that were named cover one report year and neither extends the
 * other; where one of them is bundled, that is said of the reports of such a year.
 */
export const loadJudges = async (wanted: WantedPacks, lang: Lang): Promise<CompiledPack[]> => {
  const loaded = await loadAll(wanted, lang)
  const packs = loaded.map(({ compiled }) => compiled)
  const clash = unrelatedPacks(loaded.flatMap(({ compiled, file }) => (file === undefined ? [] : [compiled.pack])))
  if (clash === null) return packs
  const [first, second] = clash.packs.map((pack) => {
    const file = loaded.find(({ compiled }) => compiled.pack === pack)?.file
    return `${file}:1 ${pack.name}`
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
export const loadPackData = async (wanted: WantedPacks, lang: Lang): Promise<Pack[]> =>
  (await loadPacks(wanted, lang)).map(({ pack }) => pack)
