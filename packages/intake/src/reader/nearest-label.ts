import type { LabelKey } from './label-key.js'
import { similarityFrom } from './similarity-from.js'
import type { IndexedRow, Label, TableIndex } from './table-index.js'

const NEAR = 0.7
/** The same ordinal is evidence of its own. */
const NEAR_WITH_ORDINAL = 0.55
/** By how much the nearest must be nearer than the next. */
const MARGIN = 0.12
const LONGEST = 80

/** The label of the table that the text resembles beyond doubt, of the rows only one that is due; `null` where none is. */
export const nearestLabel = (
  index: TableIndex,
  key: LabelKey,
  isDue: (row: IndexedRow) => boolean,
): { label: Label; score: number } | null => {
  if (key.key.length < 2 || key.full.length > LONGEST) return null
  const scores: { label: Label; score: number }[] = index.rows.map((row) => ({
    label: { kind: 'row', row },
    score: Math.max(...row.keys.map((other) => likeness(key, other))),
  }))
  for (const [text, [label]] of index.labels)
    if (label && label.kind !== 'row')
      scores.push({ label, score: likeness(key, { key: text, full: text, style: 'none', value: 0 }) })
  const [found, ...others] = scores.sort((a, b) => b.score - a.score)
  // Which caption it is does not matter, so captions do not rival each other.
  const rival = others.find(({ label }) => label.kind !== 'caption' || found?.label.kind !== 'caption')
  if (!found || found.score - (rival?.score ?? 0) < MARGIN) return null
  if (found.label.kind !== 'row') return found.score >= NEAR && key.style === 'none' ? found : null
  const { row } = found.label
  const sameOrdinal = row.keys.some(
    ({ style, value }) => style !== 'none' && style === key.style && value === key.value,
  )
  return isDue(row) && found.score >= (sameOrdinal ? NEAR_WITH_ORDINAL : NEAR) ? found : null
}

/** 0 where both have ordinals and they differ. */
const likeness = (a: LabelKey, b: LabelKey): number => {
  if (a.style !== 'none' && b.style !== 'none' && a.value !== b.value) return 0
  const of = (x: string, y: string) => similarityFrom(NEAR_WITH_ORDINAL, x, y)
  return Math.max(of(a.key, b.key), a.full === a.key && b.full === b.key ? 0 : of(a.full, b.full))
}
