import type { LabelKey } from './label-key.js'
import { nearestLabel } from './nearest-label.js'
import type { Entry, Token } from './read-entries.js'
import { joinUnits, segmentLabels, type Unit } from './segment-labels.js'
import { findLabels, type IndexedRow, type Label, type TableIndex } from './table-index.js'

/** A printed label and the one thing that it is; null where the form has no such label. */
export interface ResolvedUnit extends Unit {
  readonly is: Label | null
}

/** Resolved labels and the values that follow the last of them. */
export interface ResolvedEntry extends Omit<Entry, 'labels'> {
  readonly units: readonly ResolvedUnit[]
}

/** What each label of the entries is: by its words and ordinal in the form's order, then, in what is left, by likeness. */
export const resolveLabels = (
  entries: readonly Entry[],
  index: TableIndex,
  keyOf: (text: string) => LabelKey,
): readonly ResolvedEntry[] => {
  let last = -1
  const exact = entries.map(({ labels, values, layout, width, endsOpen }): ResolvedEntry => {
    const segments = segmentLabels(labels, index, keyOf)
    const units = segments.map((unit, at): ResolvedUnit => {
      const owns = at === segments.length - 1 && hasText(values)
      const is = resolveExactly(unit, keyOf(unit.text), owns, last)
      if (is?.kind === 'row') last = is.row.order
      return { labels: unit.labels, text: unit.text, tokens: unit.tokens, is }
    })
    return { units, values, layout, width, endsOpen }
  })
  return resolveByLikeness(joinTails(exact, index, keyOf), index, keyOf)
}

export const hasText = (values: readonly Token[]): boolean => values.some(({ text }) => text !== '')

/** One label may name a row and a column: the ordinal tells, and without one the row that is due. */
const resolveExactly = ({ labels }: Unit, key: LabelKey, owns: boolean, last: number): Label | null => {
  const row = pickRow(labels, key, last)
  const other = labels.find(({ kind }) => kind !== 'row') ?? null
  if (!row) return other?.kind === 'column' && key.style !== 'none' ? null : other
  if (other?.kind !== 'column' || key.style !== 'none') return row
  const isBare = row.row.keys.some(({ style }) => style === 'none')
  return owns && (isBare || (last >= 0 && row.row.order > last)) ? row : other
}

const pickRow = (labels: readonly Label[], key: LabelKey, last: number): (Label & { kind: 'row' }) | undefined => {
  const rows = labels.filter((label) => label.kind === 'row')
  const due = rows.filter(({ row }) => row.order > last)
  const hasOrdinal = ({ row }: { row: IndexedRow }) =>
    row.keys.some(({ style, value }) => style === key.style && value === key.value)
  return due.find(hasOrdinal) ?? rows.find(hasOrdinal) ?? due[0] ?? rows[0]
}

/** A label that goes on below its values: 其他对外管理服务 10 -6 4, 事项. */
const joinTails = (
  entries: readonly ResolvedEntry[],
  index: TableIndex,
  keyOf: (text: string) => LabelKey,
): readonly ResolvedEntry[] => {
  const joined = [...entries]
  for (let at = 0; at + 1 < joined.length; at++) {
    const entry = joined[at]!
    const next = joined[at + 1]!
    const head = entry.units.at(-1)
    const [tail, ...others] = next.units
    if (!head || !tail || head.is || tail.is || entry.layout === 'lines') continue
    const labels = findLabels(index, head.text + tail.text, keyOf)
    const is = labels.find(({ kind }) => kind === 'row')
    if (!is) continue
    joined[at] = { ...entry, units: [...entry.units.slice(0, -1), { ...joinUnits(head, tail, { labels }), is }] }
    joined[at + 1] = { ...next, units: others }
  }
  return joined
}

const resolveByLikeness = (
  entries: readonly ResolvedEntry[],
  index: TableIndex,
  keyOf: (text: string) => LabelKey,
): readonly ResolvedEntry[] => {
  const exact = entries.flatMap(({ units }) => units.flatMap(({ is }) => (is?.kind === 'row' ? [is.row.order] : [])))
  const taken = new Set(exact)
  let last = -1
  let passed = 0
  return entries.map((entry) => {
    const units: ResolvedUnit[] = []
    for (let at = 0; at < entry.units.length; at++) {
      const unit = entry.units[at]!
      if (unit.is) {
        units.push(unit)
        if (unit.is.kind !== 'row') continue
        last = unit.is.row.order
        passed++
        continue
      }
      const next = exact.slice(passed).find((order) => order > last) ?? index.rows.length
      const isDue = ({ order }: IndexedRow) => order > last && order < next && !taken.has(order)
      const found = likeliest(entry.units, at, index, keyOf, isDue)
      units.push(found)
      at += found.parts - 1
      if (found.is?.kind !== 'row') continue
      last = found.is.row.order
      taken.add(last)
    }
    return { ...entry, units }
  })
}

/** The label at `at`, alone or with the unknown ones after it, as what it resembles most. */
const likeliest = (
  units: readonly ResolvedUnit[],
  at: number,
  index: TableIndex,
  keyOf: (text: string) => LabelKey,
  isDue: (row: IndexedRow) => boolean,
): ResolvedUnit & { parts: number } => {
  let joined: Unit = units[at]!
  let best: (ResolvedUnit & { parts: number; score: number }) | null = null
  for (let parts = 1; parts <= 3; parts++) {
    const near = nearestLabel(index, keyOf(joined.text), isDue)
    if (near && near.score > (best?.score ?? 0)) best = { ...joined, is: near.label, parts, score: near.score }
    const next = units[at + parts]
    if (!next || next.is) break
    joined = joinUnits(joined, next, { labels: [] })
  }
  return best ?? { ...units[at]!, is: null, parts: 1 }
}
