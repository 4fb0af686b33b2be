import type { Grid, GridRow } from '../../blocks/block.js'
import { cluster } from './intervals.js'
import type { PageTable } from './page-blocks.js'

const SAME_EDGE = 6
const SAME_LINE = 4

/** Whether a table goes on with the one at the end of the page before. */
export const continuesTable = (above: PageTable, below: PageTable): boolean =>
  below.page === above.page + 1 &&
  Math.abs(above.left - below.left) <= SAME_EDGE &&
  Math.abs(above.right - below.right) <= SAME_EDGE

/** The parts of one table, a page each, as one whose columns lie between the lines of them all. */
export const gridOf = (parts: readonly PageTable[]): Grid => {
  const lines = cluster(
    parts.flatMap(({ xs }) => xs),
    (x) => x,
    SAME_LINE,
  ).map(({ at }) => at)
  const between = (from: number, to: number) =>
    Math.max(1, lines.filter((x) => x > from + SAME_LINE && x < to - SAME_LINE).length + 1)
  return {
    kind: 'grid',
    rows: parts.flatMap(({ rows }, part) =>
      rows.map(
        (cells, row): GridRow => ({
          ...(part > 0 && row === 0 && { startsPage: true }),
          cells: cells.map(({ from, to, continues, lines: texts, place }) => ({
            blocks: texts.map((text) => ({ kind: 'paragraph', text, place })),
            place,
            columns: between(from, to),
            continues,
          })),
        }),
      ),
    ),
  }
}
