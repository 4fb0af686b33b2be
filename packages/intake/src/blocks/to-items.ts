import type { Place } from '@gouji/core'
import { paragraphItem } from '../formats/text/paragraph-item.js'
import { cleanText } from '../formats/text/split-cells.js'
import type { ModelCell, ModelItem } from '../model/document-model.js'
import { PICTURE } from '../model/picture.js'
import type { Block, Grid, GridCell, GridRow } from './block.js'

/** A cell that holds more than this in more than one paragraph is a part of the page's layout, and no table's. */
const LONGEST_CELL = 500

/**
 * Blocks as items: a paragraph is one, and so is a row. A row that only lays the page out is taken apart into what its
 * cells hold: one with a single cell, with a whole table in a cell, or with an article in it. `counts` tells whether
 * places say which of the document's tables, rows and cells they are.
 */
export const toItems = (blocks: readonly Block[], { counts }: { readonly counts: boolean }): readonly ModelItem[] => {
  const items: ModelItem[] = []
  let tables = 0
  let startsPage = false
  const add = (item: ModelItem | null) => {
    if (!item) return
    items.push(startsPage && !item.startsPage ? { ...item, startsPage } : item)
    startsPage = false
  }
  const addBlocks = (all: readonly Block[], within: Place = {}): void => {
    for (const block of all) {
      if (block.kind === 'grid') addGrid(block)
      else {
        startsPage ||= block.startsPage === true
        const place = { ...within, ...block.place }
        for (const line of block.text.split('\n')) add(paragraphItem(line, place))
      }
    }
  }
  const addGrid = ({ rows }: Grid): void => {
    let table = 0
    for (const [index, { cells, startsPage: starts }] of rows.entries()) {
      startsPage ||= starts === true
      const spliced = spliceSingleRows(cells)
      const isLayout = laysOut(spliced)
      if (!isLayout || cells.some((cell) => isText(cell) && textOf(cell) !== '')) table ||= ++tables
      const numbered = spliced.map((cell, at) => ({
        cell,
        place: placeIn(cell, counts && table > 0, table, index, at),
      }))
      if (isLayout) for (const { cell, place } of numbered) addBlocks(cell.blocks, place)
      else add(rowItem(numbered))
    }
  }
  addBlocks(blocks)
  return items
}

const placeIn = ({ place }: GridCell, counts: boolean, table: number, row: number, cell: number): Place =>
  counts ? numbered(place, table, row + 1, cell + 1) : place

/** A place in a source is the commonest by far, and written out it is made much faster. */
const numbered = (place: Place, table: number, row: number, cell: number): Place => {
  const { line, column } = place
  return line === undefined || column === undefined
    ? { ...place, table, row, cell }
    : { line, column, table, row, cell }
}

/** A table of one row in a cell is a part of the row around it. */
const spliceSingleRows = (cells: GridRow['cells']): GridRow['cells'] =>
  cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'grid'))
    ? cells.flatMap((cell) => {
        const filled = cell.blocks.filter((block) => block.kind === 'grid' || cleanText(block.text) !== '')
        const [only] = filled
        if (filled.length !== 1 || only?.kind !== 'grid' || only.rows.length !== 1) return [cell]
        const inner = spliceSingleRows(only.rows[0]!.cells)
        // A single one covers what the cell around it covers.
        return inner.length === 1 ? [{ ...inner[0]!, columns: cell.columns, continues: cell.continues }] : inner
      })
    : cells

const isText = ({ blocks }: GridCell): boolean => blocks.every(({ kind }) => kind === 'paragraph')

const laysOut = (cells: GridRow['cells']): boolean =>
  cells.length === 1 || cells.some((cell) => !isText(cell) || isArticle(cell))

const isArticle = ({ blocks }: GridCell): boolean =>
  blocks.length > 1 &&
  blocks.reduce((length, block) => length + (block.kind === 'paragraph' ? block.text.length : 0), 0) > LONGEST_CELL

const rowItem = (cells: readonly { readonly cell: GridCell; readonly place: Place }[]): ModelItem | null => {
  const own = cells.map(({ cell, place }): ModelCell => {
    const { columns, continues } = cell
    return {
      text: continues ? '' : textOf(cell),
      place,
      ...(columns > 1 && { columns }),
      ...(continues && { continues }),
    }
  })
  const filled = own.filter(({ text }) => text !== '')
  const [first] = filled
  if (!first) return null
  const text = filled.map((cell) => cell.text).join('\t')
  return { text, place: first.place, cells: own, showsBlanks: true, endsOpen: false, startsPage: false }
}

/** The cell's text in one line: a label goes on where its line broke, but two numbers stay two. A picture counts where nothing else stands. */
const textOf = ({ blocks }: GridCell): string => {
  let text = ''
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue
    for (const line of block.text.split('\n')) {
      const next = cleanText(line)
      if (next !== PICTURE || text === '') text = joinLines(text === PICTURE ? '' : text, next === '' ? '' : next)
    }
  }
  return text
}

/** Two lines of one text: with a space where without one a number or a word would grow. */
export const joinLines = (above: string, below: string): string =>
  /[!-~]$/u.test(above) && /^[!-~]/u.test(below) ? `${above} ${below}` : above + below
