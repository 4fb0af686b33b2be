import { isNote, type LabelKey } from './label-key.js'
import type { Token } from './read-entries.js'
import { findLabels, type Label, type TableIndex } from './table-index.js'

/** One printed label: of one text, or of the texts that it is split over. */
export interface Unit {
  /** What it may be, by its words alone; empty where the form has no such label. */
  readonly labels: readonly Label[]
  readonly text: string
  readonly tokens: readonly Token[]
}

const MOST_PARTS = 4
/** Halves of headers are looked for in a header's run of labels, not in a document of nothing but labels. */
const LONGEST_RUN = 120

/** A run's texts as labels: split ones joined, notes with the label that they follow. */
export const segmentLabels = (
  tokens: readonly Token[],
  index: TableIndex,
  keyOf: (text: string) => LabelKey,
): readonly Unit[] => {
  const units: Unit[] = []
  for (let at = 0; at < tokens.length; ) {
    const unit = longestLabel(tokens, at, index, keyOf)
    const noted = unit.labels.length === 0 && isNote(unit.text) ? findNoted(units, unit) : -1
    const before = units[noted]
    if (before) units[noted] = joinUnits(before, unit, before)
    else units.push(unit)
    at += unit.tokens.length
  }
  return units.length > LONGEST_RUN ? units : joinHalves(units, index, keyOf)
}

/** Index of the label that a note belongs to: the one above it where cells tell, else the one before it. */
const findNoted = (units: readonly Unit[], note: Unit): number => {
  const cell = note.tokens[0]?.cell
  const above =
    cell === undefined ? -1 : units.findLastIndex(({ tokens }) => tokens.some((token) => token.cell === cell))
  return above >= 0 ? above : units.length - 1
}

const longestLabel = (
  tokens: readonly Token[],
  at: number,
  index: TableIndex,
  keyOf: (text: string) => LabelKey,
): Unit => {
  const parts = tokens.slice(at, at + MOST_PARTS)
  const alone = findLabels(index, parts[0]!.text, keyOf)
  for (let length = parts.length; length > 1; length--) {
    const joined = parts.slice(0, length)
    // A label that is whole takes nothing in but its notes.
    if (alone.length > 0 && !joined.slice(1).every(({ text }) => isNote(text))) continue
    const text = joined.map((token) => token.text).join('')
    const labels = findLabels(index, text, keyOf)
    if (labels.length > 0) return { labels, text, tokens: joined }
  }
  return { labels: alone, text: parts[0]!.text, tokens: parts.slice(0, 1) }
}

/** Two rows of a header printed one after the other part its halves: 本年新, 本年新, 制作数量, 公开数量. */
const joinHalves = (units: readonly Unit[], index: TableIndex, keyOf: (text: string) => LabelKey): readonly Unit[] => {
  const joined = [...units]
  for (let first = 0; first < joined.length; first++) {
    const half = joined[first]!
    if (half.labels.length > 0) continue
    for (let second = first + 1; second < joined.length; second++) {
      const other = joined[second]!
      if (other.labels.length > 0) continue
      const labels = findLabels(index, half.text + other.text, keyOf)
      if (labels.length === 0) continue
      joined[first] = joinUnits(half, other, { labels })
      joined.splice(second, 1)
      break
    }
  }
  return joined
}

/** The two as one, with the labels of `labelled`. */
export const joinUnits = (a: Unit, b: Unit, labelled: Pick<Unit, 'labels'>): Unit => ({
  labels: labelled.labels,
  text: a.text + b.text,
  tokens: [...a.tokens, ...b.tokens],
})
