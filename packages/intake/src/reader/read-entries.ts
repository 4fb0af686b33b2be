import type { Place } from '@gouji/core'
import type { ModelCell, ModelItem } from '../model/document-model.js'
import { joinBrokenRows, type RegionItem } from './join-broken-rows.js'
import { isNote, unclosedAt } from './label-key.js'
import type { Region } from './locate-tables.js'
import { type Reading, soleText } from './reading.js'
import { findLabels, type TableIndex } from './table-index.js'
import { isValue } from './values.js'

/** A text of a table's region. */
export interface Token {
  readonly text: string
  readonly place: Place
  /** Index of the last item that it stands on. */
  readonly item: number
  /** Its column, from 0, where it stands in a row that shows its blank cells. */
  readonly cell?: number
  /** How many columns that row has. */
  readonly width?: number
  /** Whether a page ended, or furniture was dropped, between the token before it and this one. */
  readonly afterBreak: boolean
}

/** Labels in a run, and the values that follow the last of them. */
export interface Entry {
  readonly labels: readonly Token[]
  readonly values: readonly Token[]
  /** lines: one text a line. row: a row whose blank cells are among the values. gaps: a row that shows no blank cell. */
  readonly layout: 'lines' | 'row' | 'gaps'
  /** How many columns its row has, those of its labels counted. */
  readonly width: number
  /** Whether nothing closes its row. */
  readonly endsOpen: boolean
}

/** The region's labels and values in order, by what its layout is: rows, or one text a line. */
export const readEntries = (reading: Reading, region: Region, index: TableIndex): readonly Entry[] => {
  const items = []
  for (let at = region.start; at < region.end; at++) {
    const item = reading.items[at]!
    if (!reading.noise[at]) items.push({ item, at, afterBreak: item.startsPage || reading.noise[at - 1] === true })
  }
  const { placeholders } = reading.lexicon
  const rows = items.filter(({ item }) => isRow(item)).length
  const loneValues = items.filter(({ item }) => !isRow(item) && isValue(soleText(item), placeholders)).length
  return rows > loneValues ? readRows(reading, items, index) : readLines(reading, items, index)
}

const isRow = ({ cells, showsBlanks }: ModelItem): boolean => {
  if (cells.length < 2) return false
  const first = cells.findIndex(({ text }) => text !== '')
  return showsBlanks ? first < cells.length - 1 : true
}

/** How many columns the row covers. */
const widthOf = ({ cells }: ModelItem): number => cells.reduce((sum, { columns = 1 }) => sum + columns, 0)

const readLines = (reading: Reading, items: readonly RegionItem[], index: TableIndex): readonly Entry[] => {
  const entries: { labels: Token[]; values: Token[] }[] = []
  let entry: { labels: Token[]; values: Token[] } = { labels: [], values: [] }
  for (const token of joinBrackets(items)) {
    const last = entry.values.at(-1)
    if (isValue(token.text, reading.lexicon.placeholders)) entry.values.push(token)
    else if (last && isNote(token.text) && findLabels(index, token.text, reading.keyOf).length === 0)
      entry.values[entry.values.length - 1] = { ...last, text: last.text + token.text, item: token.item }
    else {
      if (entry.values.length > 0) {
        entries.push(entry)
        entry = { labels: [], values: [] }
      }
      entry.labels.push(token)
    }
  }
  entries.push(entry)
  return entries.map((read) => ({ ...read, layout: 'lines', width: 0, endsOpen: false }))
}

/** One token a line; a bracket that a line leaves open takes the next lines in, up to where it closes. */
const joinBrackets = (items: readonly RegionItem[]): readonly Token[] => {
  const tokens: Token[] = []
  for (let from = 0; from < items.length; from++) {
    const { item, afterBreak } = items[from]!
    let text = soleText(item)
    let to = from
    if (unclosedAt(text) >= 0) {
      let joined = text
      for (let next = from + 1; next <= from + 4 && next < items.length && joined.length < 250; next++) {
        joined += soleText(items[next]!.item)
        if (unclosedAt(joined) >= 0) continue
        text = joined
        to = next
        break
      }
    }
    tokens.push({ text, place: item.place, item: items[to]!.at, afterBreak })
    from = to
  }
  return tokens
}

const readRows = (reading: Reading, items: readonly RegionItem[], index: TableIndex): readonly Entry[] => {
  const entries: Entry[] = []
  let pending: Token[] = []
  for (const { item, at, afterBreak } of joinBrokenRows(reading, items, index)) {
    const width = widthOf(item)
    let column = 0
    const tokens = item.cells.map(({ text, place, columns = 1 }) => {
      const cell = column
      column += columns
      return { text, place, item: at, afterBreak, ...(item.showsBlanks && { cell, width }) }
    })
    const isLone = tokens.length === 1
    // A bare number on a line of its own between rows is a page's.
    if (isLone && /^\d{1,4}$/u.test(item.text)) continue
    const split = splitRow(reading, item.cells, index)
    // A value that two rows share is not told apart: the second has a cell too few.
    const values = tokens.slice(split).filter((_, at) => item.cells[split + at]?.continues !== true)
    const labels = tokens.slice(0, split).filter(({ text }) => text !== '')
    // Merged cells repeat their label; two halves of a header may be the same and are two.
    const isRepeat = ({ text }: Token, label: number) =>
      text === labels[label - 1]?.text && (values.length > 0 || findLabels(index, text, reading.keyOf).length > 0)
    pending.push(...labels.filter((token, label) => !isRepeat(token, label)))
    if (values.length === 0 || isHeader(reading, labels, values, index)) continue
    entries.push({
      labels: pending,
      values,
      layout: item.showsBlanks ? 'row' : 'gaps',
      width: item.showsBlanks ? width : 0,
      endsOpen: item.endsOpen,
    })
    pending = []
  }
  entries.push({ labels: pending, values: [], layout: 'gaps', width: 0, endsOpen: false })
  return entries
}

/** Labels without a value, none of them a row's: what is blank beside them is no cell. */
const isHeader = (reading: Reading, labels: readonly Token[], values: readonly Token[], index: TableIndex): boolean => {
  if (labels.length === 0 || values.some(({ text }) => text !== '')) return false
  const kinds = labels.flatMap(({ text }) => findLabels(index, text, reading.keyOf).map(({ kind }) => kind))
  if (kinds.length === 0) return labels.length > 1
  return kinds.some((kind) => kind !== 'row' && kind !== 'group') || kinds.every((kind) => kind === 'group')
}

/** How many leading cells are labels, or blanks before a label. */
const splitRow = (reading: Reading, cells: readonly ModelCell[], index: TableIndex): number => {
  const { placeholders } = reading.lexicon
  let split = 0
  let sawRow = false
  for (const [at, { text }] of cells.entries()) {
    if (text === '') continue
    const labels = findLabels(index, text, reading.keyOf)
    if (labels.length === 0 && (sawRow || isValue(text, placeholders))) break
    split = at + 1
    sawRow = labels.some(({ kind }) => kind === 'row') && labels.every(({ kind }) => kind !== 'column')
  }
  return split
}
