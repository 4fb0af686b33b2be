import type { Place } from '@gouji/core'
import type { Box, PdfPage, PdfText } from './pdf-page.js'
import { type RuledGrid, ruledGrids } from './ruled-grids.js'
import { splitAcross } from './split-across.js'
import { type TextLine, textLines } from './text-lines.js'
import { unwrapNumbers } from './unwrap-numbers.js'

/** A table on one page, its cells where the page shows them. */
export interface PageTable {
  readonly kind: 'table'
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  /** The xs of its vertical lines. */
  readonly xs: readonly number[]
  readonly rows: readonly (readonly PageCell[])[]
}

export interface PageCell {
  readonly from: number
  readonly to: number
  /** Whether it began in a row above. */
  readonly continues: boolean
  /** A line of the cell each. */
  readonly lines: readonly string[]
  readonly place: Place
}

/** A line of text outside of all tables. */
export interface PageLine extends TextLine {
  readonly kind: 'line'
  readonly page: number
  readonly top: number
}

/** What a page holds, from the top down: tables by their lines, and the lines of text beside them. */
export const pageBlocks = (page: PdfPage, most: number): readonly (PageTable | PageLine)[] => {
  const grids = ruledGrids(page.rules, most)
  const inside = grids.map((): PdfText[] => [])
  const free: PdfText[] = []
  for (const text of page.texts) {
    const home = grids.findIndex((grid) => holds(grid, text.box))
    ;(inside[home] ?? free).push(text)
  }
  const tables = grids.map((grid, at) => {
    const { own, over } = partOverlays(inside[at]!)
    for (const text of over) free.push(text)
    return tableOf(page.number, grid, own)
  })
  const lines = free.length === 0 ? [] : textLines(free)
  const all = [
    ...tables,
    ...lines.map((line): PageLine => ({ kind: 'line', page: page.number, top: line.box[1], ...line })),
  ]
  return all.sort((a, b) => a.top - b.top)
}

/** A text of letters that much larger than the table's lies over the table, and in none of its cells. */
const LARGE = 2

const partOverlays = (
  texts: readonly PdfText[],
): { readonly own: readonly PdfText[]; readonly over: readonly PdfText[] } => {
  const sizes = texts.map(({ size }) => size).sort((a, b) => a - b)
  const usual = sizes[sizes.length >> 1] ?? 0
  const isOver = (text: PdfText) => text.size > usual * LARGE
  return { own: texts.filter((text) => !isOver(text)), over: texts.filter(isOver) }
}

const holds = ({ xs, ys }: RuledGrid, [x, y, width, height]: Box): boolean => {
  const [centre, middle] = [x + width / 2, y + height / 2]
  return centre >= xs[0]! && centre <= xs.at(-1)! && middle >= ys[0]! && middle <= ys.at(-1)!
}

const tableOf = (page: number, grid: RuledGrid, texts: readonly PdfText[]): PageTable => {
  const { xs, ys, cells } = grid
  const byCell = new Map<number, PdfText[]>()
  for (const text of texts.flatMap((one) => splitAcross(grid, one))) {
    const [x, y, width, height] = text.box
    const cell = cells[bandOf(ys, y + height / 2)]![bandOf(xs, x + width / 2)]!
    const own = byCell.get(cell)
    if (own) own.push(text)
    else byCell.set(cell, [text])
  }
  const seen = new Set<number>()
  const rows = cells.map((row, r) => {
    const found: PageCell[] = []
    for (let from = 0; from < row.length; ) {
      const cell = row[from]!
      let to = from + 1
      while (row[to] === cell) to++
      const own = seen.has(cell) ? [] : unwrapNumbers(textLines(byCell.get(cell) ?? []), xs[to]! - xs[from]!)
      const box: Box = [xs[from]!, ys[r]!, xs[to]! - xs[from]!, ys[r + 1]! - ys[r]!].map(rounded) as unknown as Box
      found.push({
        from: xs[from]!,
        to: xs[to]!,
        continues: seen.has(cell),
        lines: own,
        place: { page, box: [...box] },
      })
      seen.add(cell)
      from = to
    }
    return found
  })
  return { kind: 'table', page, left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, xs, rows }
}

export const rounded = (value: number): number => Math.round(value * 10) / 10

/** The band between two of the lines in which the position lies; the outer ones where it lies outside. */
const bandOf = (lines: readonly number[], position: number): number => {
  let band = 0
  while (band < lines.length - 2 && position > lines[band + 1]!) band++
  return band
}
