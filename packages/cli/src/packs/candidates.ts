import { type CompiledPack, type Report, unrelatedPacks } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { isOfRegion } from '../project/region.js'
import { UsageError } from '../usage-error.js'
import type { LoadedPack, LoadedPacks } from './load-packs.js'

/** The packs that may judge a report: those for every report, and those of its body's region. */
export const candidatesFor = ({ body }: Report, { general, overlays }: LoadedPacks): CompiledPack[] => {
  const region = body?.region
  const own = region === undefined ? [] : overlays.filter((overlay) => isOfRegion(region, overlay.region))
  const byName = new Map([...general, ...own].map(({ compiled }) => [compiled.pack.name, compiled]))
  return [...byName.values()]
}

/**
 * Throws UsageError where two packs that were named cover one report year and neither extends the other; where one of
 * them is bundled or a region's, that is said of the reports of such a year.
 */
export const refuseClash = (general: readonly LoadedPack[], lang: Lang): void => {
  const clash = unrelatedPacks(general.flatMap(({ compiled, file }) => (file === undefined ? [] : [compiled.pack])))
  if (clash === null) return
  const [first, second] = clash.packs.map((pack) => {
    const file = general.find(({ compiled }) => compiled.pack === pack)?.file
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
