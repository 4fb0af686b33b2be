import type { Selection } from '../audit/audit.js'
import type { CompiledPack } from './compile-pack.js'

/** The pack that judges reports of the year, and why; `null` where none of the packs covers it. Of several the last named. */
export const selectPack = (
  packs: readonly CompiledPack[],
  year: number | null | undefined,
): { readonly pack: CompiledPack | null; readonly selection: Selection } => {
  const names = packs.map(({ pack }) => pack.name)
  if (year === null || year === undefined) return { pack: null, selection: { code: 'no-year', packs: names } }
  const covering = packs.filter(
    ({ pack: { reportYears } }) => year >= reportYears.from && year <= (reportYears.to ?? year),
  )
  const pack = covering.at(-1)
  if (!pack) return { pack: null, selection: { code: 'no-pack', year, packs: names } }
  return { pack, selection: { code: 'report-year', year, packs: names } }
}
