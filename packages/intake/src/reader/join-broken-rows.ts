import type { ModelCell, ModelItem } from '../model/document-model.js'
import type { Reading } from './reading.js'
import { findLabels, type TableIndex } from './table-index.js'
import { isValue } from './values.js'

/** A row of a table's region, and where it stands. */
export interface RegionItem {
  readonly item: ModelItem
  /** Index of the item, of the last where a row is of two. */
  readonly at: number
  readonly afterBreak: boolean
}

/**
 * The rows that a page's end broke in two as one: where the halves of a label make one that neither is alone, or where
 * the label stands on the one page and the values on the other.
 */
export const joinBrokenRows = (
  reading: Reading,
  items: readonly RegionItem[],
  index: TableIndex,
): readonly RegionItem[] => {
  const joined: RegionItem[] = []
  for (const below of items) {
    const above = joined.at(-1)
    const cells = above && below.item.startsPage ? joinCells(reading, above.item, below.item, index) : null
    if (!above || !cells) joined.push(below)
    else joined[joined.length - 1] = { ...above, at: below.at, item: { ...above.item, cells } }
  }
  return joined
}

const joinCells = (
  reading: Reading,
  above: ModelItem,
  below: ModelItem,
  index: TableIndex,
): readonly ModelCell[] | null => {
  if (!above.showsBlanks || !below.showsBlanks || above.endsOpen || above.cells.length !== below.cells.length)
    return null
  const { placeholders } = reading.lexicon
  const isLabel = (text: string) => text !== '' && findLabels(index, text, reading.keyOf).length > 0
  const isText = (text: string) => text !== '' && !isValue(text, placeholders)
  let makesLabel = false
  const cells: ModelCell[] = []
  for (const [at, first] of above.cells.entries()) {
    const second = below.cells[at]!
    if (first.text !== '' && second.text !== '') {
      if (!isText(first.text) || !isText(second.text)) return null
      makesLabel ||= isLabel(first.text + second.text) && !(isLabel(first.text) && isLabel(second.text))
    }
    cells.push({ ...(first.text === '' ? second : first), text: first.text + second.text })
  }
  const isNamed = ({ cells: all }: ModelItem) => all.some(({ text }) => isText(text))
  const isFilled = ({ cells: all }: ModelItem) => all.some(({ text }) => text !== '' && isValue(text, placeholders))
  const isParted = isNamed(above) && !isFilled(above) && isFilled(below) && !isNamed(below)
  return makesLabel || (isParted && above.cells.some(({ text }) => isLabel(text))) ? cells : null
}
