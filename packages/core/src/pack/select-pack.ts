import type { Selection } from '../audit/audit.js'
import type { Pack, Text } from '../types.js'
import type { CompiledPack } from './compile-pack.js'
import { PackError } from './pack-error.js'

/**
 * The pack that judges reports of the year, and why; `null` where none of the packs covers it. Of several the one that
 * is built upon all the others. Throws PackError where two of them are not built upon each other.
 */
export const selectPack = (
  packs: readonly CompiledPack[],
  year: number | null | undefined,
): { readonly pack: CompiledPack | null; readonly selection: Selection } => {
  const names = packs.map(({ pack }) => pack.name)
  if (year === null || year === undefined) return { pack: null, selection: { code: 'no-year', packs: names } }
  const covering = packs.filter(({ pack }) => covers(pack, year))
  if (covering.length === 0) {
    const about = aboutYear(packs, year)
    return { pack: null, selection: { code: 'no-pack', year, packs: names, ...(about === undefined ? {} : { about }) } }
  }
  const pack = mostDerived(covering, year)
  const over = covering.filter((other) => other !== pack).map((other) => other.pack.name)
  return { pack, selection: { code: 'report-year', year, packs: names, ...(over.length === 0 ? {} : { over }) } }
}

/** The pack that judges reports of the year; `null` where none covers it, or where several do of which none is built upon all others. */
export const packOfYear = (packs: readonly Pack[], year: number): Pack | null => {
  const covering = packs.filter((pack) => covers(pack, year))
  return covering.find((pack) => covering.every((other) => other === pack || isOver(pack, other))) ?? null
}

const mostDerived = (covering: readonly CompiledPack[], year: number): CompiledPack => {
  const judge = packOfYear(
    covering.map(({ pack }) => pack),
    year,
  )
  const found = covering.find(({ pack }) => pack === judge)
  if (found) return found
  const names = covering.map(({ pack }) => pack.name).join(', ')
  throw new PackError(names, [
    {
      code: 'UNRELATED',
      pointer: '/reportYears',
      message: `${names} cover report year ${year}, and no one of them extends the others: load one, or let one extend the other`,
    },
  ])
}

/** Two packs that cover one report year, neither of them built upon the other; `null` where there are none. */
export const unrelatedPacks = (
  packs: readonly Pack[],
): { readonly packs: readonly [Pack, Pack]; readonly year: number } | null => {
  for (const [index, first] of packs.entries()) {
    for (const second of packs.slice(index + 1)) {
      const year = Math.max(first.reportYears.from, second.reportYears.from)
      if (covers(first, year) && covers(second, year) && !isOver(first, second) && !isOver(second, first))
        return { packs: [first, second], year }
    }
  }
  return null
}

const covers = ({ reportYears: { from, to } }: Pack, year: number): boolean => year >= from && year <= (to ?? year)

const isBuiltUpon = (pack: Pack, other: Pack): boolean => pack.extends?.some(({ name }) => name === other.name) ?? false

/** Of two that claim to be built upon each other neither is over the other. */
const isOver = (pack: Pack, other: Pack): boolean => isBuiltUpon(pack, other) && !isBuiltUpon(other, pack)

/** What one of the packs has to say of a year that none of them covers. */
const aboutYear = (packs: readonly CompiledPack[], year: number): Text | undefined =>
  packs
    .flatMap(({ pack }) => pack.notCovered ?? [])
    .find(({ reportYears: { from = year, to = year } }) => year >= from && year <= to)?.title
