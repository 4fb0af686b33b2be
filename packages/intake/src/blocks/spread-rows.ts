import { tooLarge } from '../intake-error.js'

/** A cell that says how many rows and columns it covers. */
export interface SpanningCell {
  readonly columns: number
  /** Infinity for all that are left. */
  readonly rows: number
}

/** A cell in one of the rows that it covers. */
export interface SpreadCell<Cell> {
  readonly cell: Cell
  /** Its first column, from 0. */
  readonly start: number
  readonly continues: boolean
}

interface Open<Cell> {
  readonly cell: Cell
  readonly start: number
  /** How many more it covers. */
  rows: number
}

/**
 * The cells of each row, those that go on from the rows above among them, in the order of their columns. A cell takes
 * the first columns that are free, and pushes no other away: where it does not fit it overlaps, as in a browser.
 * Throws IntakeError `TOO_LARGE` for more than `most` cells in all.
 */
export const spreadRows = <Cell extends SpanningCell>(
  rows: readonly (readonly Cell[])[],
  most: number,
): readonly (readonly SpreadCell<Cell>[])[] => {
  let open: Open<Cell>[] = []
  let count = 0
  return rows.map((cells) => {
    count += open.length + cells.length
    if (count > most) throw tooLarge('elements', most)
    const row: SpreadCell<Cell>[] = open.map(({ cell, start }) => ({ cell, start, continues: true }))
    for (const above of open) above.rows--
    const opened: Open<Cell>[] = []
    let column = 0
    let at = 0
    for (const cell of cells) {
      for (; open[at] !== undefined && open[at]!.start <= column; at++)
        column = Math.max(column, open[at]!.start + open[at]!.cell.columns)
      row.push({ cell, start: column, continues: false })
      if (cell.rows > 1) opened.push({ cell, start: column, rows: cell.rows - 1 })
      column += cell.columns
    }
    if (open.length === 0 && opened.length === 0) return row
    open = [...open.filter((above) => above.rows > 0), ...opened].sort(byStart)
    return row.sort(byStart)
  })
}

const byStart = (a: { readonly start: number }, b: { readonly start: number }): number => a.start - b.start
