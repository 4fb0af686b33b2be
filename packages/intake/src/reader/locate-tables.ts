import { withoutNotes } from '@gouji/core'
import type { ModelItem } from '../model/document-model.js'
import { type Reading, soleText } from './reading.js'
import { findLabels, type Label, type TableIndex } from './table-index.js'
import { isPlainNumber, isValue } from './values.js'

/** Where a table's labels stand together: from its first label to the next thing that is surely no part of it. */
export interface Region {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** Where most of a table stands, and where else as many of its labels and values do as make one, or a part of it. */
export interface Located extends Region {
  readonly others: readonly Region[]
}

/** How many items may follow the last label: the widest row, and page furniture. */
const LONGEST_TAIL = 60
/** Longer than any text of a table but a note or a known label. */
const SHORTEST_PROSE = 80
const FEWEST_LABELS = 3
const FEWEST_ROWS_ELSEWHERE = 3
const LONGEST_HALF = 12
/** A table of one cell a line runs to some 300 items; what goes on for longer is none. */
const LONGEST_TABLE = 2000

/** For each table of one form the place where most of its labels stand; `null` where they stand nowhere. */
export const locateTables = (reading: Reading, indexes: readonly TableIndex[]): readonly (Located | null)[] => {
  const clusters = indexes.map(() => createCluster())
  reading.items.forEach((item, at) => {
    if (reading.noise[at]) return
    if (isPlainNumber(item.text)) {
      for (const cluster of clusters) cluster.addValue()
      return
    }
    const hits = indexes.map((index) => labelsIn(reading, at, index))
    const isHit = hits.some((labels) => labels.length > 0)
    const ends = !isHit && endsTable(reading, at)
    clusters.forEach((cluster, table) => {
      const labels = hits[table] ?? []
      if (labels.length > 0) cluster.add(at, labels, hasValue(reading, item))
      else if (isHit || ends) cluster.close(at)
      else if (item.cells.length > 1 || isValue(item.text, reading.lexicon.placeholders)) cluster.addValue()
    })
  })
  return clusters.map((cluster) => cluster.best(reading.items.length))
}

const hasValue = ({ lexicon }: Reading, { cells }: ModelItem): boolean =>
  cells.length > 1 && cells.some(({ text }) => isValue(text, lexicon.placeholders))

const labelsIn = (reading: Reading, at: number, index: TableIndex): readonly Label[] => {
  const item = reading.items[at]!
  const whole = findLabels(index, item.text, reading.keyOf)
  if (whole.length > 0) return whole
  const { cells } = item
  const found: Label[] = []
  if (cells.length > 1) for (const { text } of cells) found.push(...findLabels(index, text, reading.keyOf))
  return found.length > 0 ? found : labelsOver(reading, at, index)
}

/** The label that the item ends with the first half of: 其他 over 结果 is no 其他. */
const labelsOver = (reading: Reading, at: number, index: TableIndex): readonly Label[] => {
  const half = reading.items[at]!.cells.at(-1)?.text ?? ''
  const other = reading.items[at + 1]?.cells[0]?.text ?? ''
  const isHalf = (text: string) => text !== '' && text.length <= LONGEST_HALF && !/\d/u.test(text)
  return isHalf(half) && isHalf(other) ? findLabels(index, half + other, reading.keyOf) : []
}

/** Whether no table goes on over the item: a section's heading, or prose. */
const endsTable = (reading: Reading, at: number): boolean => {
  const item = reading.items[at]!
  const text = soleText(item)
  if (reading.headingOf(text)) return true
  const isRow = item.cells.filter((cell) => isValue(cell.text, reading.lexicon.placeholders)).length > 1
  if (isRow || /^[(（]|^(?:注|说明|备注)\s*[:：]/u.test(text)) return false
  const said = text.length > SHORTEST_PROSE && text.length < 300 ? withoutNotes(text) : text
  return said.length > SHORTEST_PROSE || (said.length > 14 && /[。！？]/u.test(said))
}

/** Keeps the labels of one table that have nothing foreign between them, and the best such run. */
const createCluster = () => {
  const found: (Region & { last: number; score: number; isElsewhere: boolean })[] = []
  let run = { start: -1, last: -1, values: 0, labels: new Set<Label>() }
  const close = (at: number) => {
    const kinds = [...run.labels].map(({ kind }) => kind)
    const rows = kinds.filter((kind) => kind === 'row').length
    const headers = kinds.filter((kind) => kind !== 'row' && kind !== 'group').length
    const isTable = rows > 0 && rows + headers >= FEWEST_LABELS && (headers > 0 || run.values > 0)
    const score = rows * 2 + headers
    const end = Math.min(at, run.last + 1 + LONGEST_TAIL)
    const isElsewhere = rows >= FEWEST_ROWS_ELSEWHERE && run.values > 0
    if (isTable) found.push({ start: run.start, last: run.last, end, score, isElsewhere })
    run = { start: -1, last: -1, values: 0, labels: new Set() }
  }
  return {
    add: (at: number, labels: readonly Label[], hasValues: boolean) => {
      if (run.start >= 0 && at - run.start > LONGEST_TABLE) close(at)
      if (run.start < 0) run.start = at
      run.last = at
      for (const label of labels) run.labels.add(label)
      if (hasValues) run.values++
    },
    addValue: () => {
      run.values++
    },
    close: (at: number) => {
      if (run.start >= 0) close(at)
    },
    best: (length: number): Located | null => {
      close(length)
      // A text can hold more runs than a call can take arguments.
      const most = found.reduce((so, { score }) => Math.max(so, score), 0)
      const best = found.find(({ score }) => score === most)
      const others = found.filter((region) => region !== best && region.isElsewhere)
      return best ? { ...best, others: others.map(({ start, last }) => ({ start, end: last + 1 })) } : null
    },
  }
}
