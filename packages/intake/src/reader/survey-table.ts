import { findGrid, fitInGrid } from './grid.js'
import type { Located, Region } from './locate-tables.js'
import { nearestLabel } from './nearest-label.js'
import type { Run } from './place-values.js'
import { readEntries } from './read-entries.js'
import { type Reading, soleText } from './reading.js'
import { hasText, type ResolvedEntry, resolveLabels } from './resolve-labels.js'
import { findLabels, type IndexedRow, type TableIndex } from './table-index.js'

const FURTHEST_BACK = 8
const LONGEST_HALF = 20

/** A table as one form sees it. */
export interface Survey {
  readonly index: TableIndex
  readonly region: Region
  /** Where else the document has the table, or a part of it. */
  readonly others: readonly Region[]
  readonly entries: readonly SurveyedEntry[]
  /** How many of the labels are the form's own, and another edition's. */
  readonly fit: { readonly marks: number; readonly rows: number; readonly labels: number }
  /** The edition whose labels it has, where that is another than the form's. */
  readonly otherEdition: string | null
}

export interface SurveyedEntry extends ResolvedEntry {
  readonly run: Run
}

/** Reads a region by a form's table, and ends it with the last thing that is the table's. */
export const surveyTable = (reading: Reading, located: Located, index: TableIndex): Survey => {
  const wide = { ...located, start: startOf(reading, located.start, index) }
  const resolved = resolveLabels(readEntries(reading, wide, index), index, reading.keyOf)
  const { kept, end } = trimEntries(resolved, index)
  const grid = findGrid(kept)
  const entries = kept.map((entry, at): SurveyedEntry => {
    const last = entry.units.at(-1)?.tokens.at(-1)
    const line = last === undefined ? undefined : reading.items[last.item]?.place.line
    const next = nextThing(reading, kept[at + 1], end)
    const { units, values, layout, width, endsOpen } = entry
    const { fillsGrid, isTrimmed } = fitInGrid(entry, grid)
    const run: Run = { values, layout, line, next, fillsGrid, isTrimmed }
    return { units, values, layout, width, endsOpen, run }
  })
  const found = kept.flatMap(({ units }) => units)
  const others = new Map(
    found.flatMap(({ is, text }) => (is?.kind === 'otherMark' ? [[reading.keyOf(text).key, is.edition]] : [])),
  )
  const marks = new Set(found.filter(({ is }) => is).map(({ text }) => reading.keyOf(text).key))
  const own = [...index.marks].filter((mark) => marks.has(mark)).length
  const rows = new Set(found.flatMap(({ is }) => (is?.kind === 'row' ? [is.row.order] : [])))
  return {
    index,
    region: { start: wide.start, end },
    others: located.others,
    entries,
    fit: { marks: own - others.size, rows: rows.size, labels: found.filter(({ is }) => is).length },
    otherEdition: others.size > own ? ([...others.values()][0] ?? null) : null,
  }
}

/** Back over what is nearly a label, or half of one. */
const startOf = (reading: Reading, located: number, index: TableIndex): number => {
  let start = located
  for (let at = located - 1; at >= 0 && at >= located - FURTHEST_BACK; at--) {
    if (reading.noise[at]) continue
    const text = soleText(reading.items[at]!)
    if (text.length > LONGEST_HALF || reading.headingOf(text)) break
    const isHalf = findLabels(index, text + soleText(reading.items[at + 1]!), reading.keyOf).length > 0
    if (isHalf || nearestLabel(index, reading.keyOf(text), () => true)) start = at
    else if (!isSecondHalf(reading, at, index)) break
  }
  return start
}

const isSecondHalf = ({ items, keyOf }: Reading, at: number, index: TableIndex): boolean =>
  at > 0 && findLabels(index, soleText(items[at - 1]!) + soleText(items[at]!), keyOf).length > 0

/** The entries up to the last that the table surely holds; the item after that is the region's end. */
const trimEntries = (entries: readonly ResolvedEntry[], index: TableIndex): { kept: ResolvedEntry[]; end: number } => {
  let row: IndexedRow | null = null
  let end = 0
  let keep = 0
  entries.forEach((entry, at) => {
    const owner = entry.units.at(-1)
    for (const { is, tokens } of entry.units) {
      if (is) end = Math.max(end, ...tokens.map(({ item }) => item + 1))
      if (is?.kind === 'row') row = is.row
    }
    const isRow = owner?.is != null || isOddRow(entry, row)
    const isLabelled = entry.units.length === 0 || entry.units.some(({ is }) => is)
    const isAcross = index.table.layout === 'across' && hasText(entry.values) && isLabelled
    if (isRow || isAcross) end = Math.max(end, ...entry.values.map(({ item }) => item + 1))
    if (isRow || isAcross || entry.units.some(({ is }) => is)) keep = at + 1
  })
  return { kept: trimLabels(entries.slice(0, keep), end), end }
}

/** After the table's last label only a row as wide as the ones before it is believed to go on with it. */
const isOddRow = ({ units, values }: ResolvedEntry, row: IndexedRow | null): boolean =>
  units.length > 0 && values.length > 1 && values.length === row?.block.columns.length

/** Without what stands after the end. */
const trimLabels = (entries: readonly ResolvedEntry[], end: number): ResolvedEntry[] =>
  entries.map((entry, at) => {
    if (at < entries.length - 1) return entry
    const values = entry.values.filter(({ item }) => item < end)
    return { ...entry, values, units: entry.units.filter(({ tokens }) => tokens.every(({ item }) => item < end)) }
  })

const nextThing = (reading: Reading, entry: ResolvedEntry | undefined, end: number): Run['next'] => {
  const first = entry?.units[0]?.tokens[0] ?? entry?.values[0]
  if (first) return { line: first.place.line, afterBreak: first.afterBreak }
  let afterBreak = false
  for (let at = end; at < reading.items.length; at++) {
    const item = reading.items[at]!
    afterBreak ||= item.startsPage
    if (!reading.noise[at]) return { line: item.place.line, afterBreak }
    afterBreak = true
  }
  return null
}
