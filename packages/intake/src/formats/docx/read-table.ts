import type { Block, Grid, GridCell, GridRow } from '../../blocks/block.js'
import { childOf, type XmlElement } from '../xml/create-xml-reader.js'
import { numberIn, settingOf, toggleOf } from './ooxml.js'
import { eachVisible } from './visible-children.js'

/** More columns than a table of Word's can have. */
const MOST_COLUMNS = 1000

type ReadCell = (cell: XmlElement) => readonly Block[]

/** A table, without the rows and cells that are deleted or hidden; `readCell` is asked for those that hold something. */
export const readTable = (table: XmlElement, readCell: ReadCell): Grid => {
  const rows: GridRow[] = []
  let above: ReadonlySet<number> = new Set()
  const visit = (element: XmlElement): void => {
    if (element.name !== 'w:tr') {
      eachVisible(element, visit)
      return
    }
    const properties = childOf(element, 'w:trPr')
    if (childOf(properties, 'w:del') || toggleOf(properties, 'w:hidden')) return
    const row = readRow(element, columnsIn(settingOf(properties, 'w:gridBefore'), 0), above, readCell)
    above = row.merged
    const startsPage = row.cells.some(({ blocks: [first] }) => first?.kind === 'paragraph' && first.startsPage)
    rows.push({ cells: row.cells, ...(startsPage && { startsPage }) })
  }
  eachVisible(table, visit)
  return { kind: 'grid', rows }
}

const columnsIn = (text: string | undefined, least: number): number =>
  Math.min(Math.max(numberIn(text) ?? least, least), MOST_COLUMNS)

/** The row's cells, and the columns where a cell is that goes on into the next row; `above` are those of the row above. */
const readRow = (
  row: XmlElement,
  before: number,
  above: ReadonlySet<number>,
  readCell: ReadCell,
): { readonly cells: readonly GridCell[]; readonly merged: ReadonlySet<number> } => {
  const cells: GridCell[] = []
  const merged = new Set<number>()
  let column = before
  const visit = (element: XmlElement): void => {
    if (element.name !== 'w:tc') {
      eachVisible(element, visit)
      return
    }
    const properties = childOf(element, 'w:tcPr')
    const start = column
    const columns = columnsIn(settingOf(properties, 'w:gridSpan'), 1)
    column += columns
    if (childOf(properties, 'w:cellDel')) return
    const last = cells.at(-1)
    if (last && mergeOf(properties, 'w:hMerge') === 'continue') {
      cells[cells.length - 1] = { ...last, columns: last.columns + columns }
      return
    }
    const merge = mergeOf(properties, 'w:vMerge')
    // One that goes on with nothing begins anew, as Word shows it.
    const continues = merge === 'continue' && above.has(start)
    if (merge) merged.add(start)
    cells.push({ blocks: continues ? [] : readCell(element), place: {}, columns, continues })
  }
  eachVisible(row, visit)
  return { cells, merged }
}

/** `restart` or `continue`; a mark that says nothing goes on. */
const mergeOf = (properties: XmlElement | undefined, name: string): string | null => {
  const merge = childOf(properties, name)
  return merge ? (merge.attributes['w:val'] ?? 'continue') : null
}
