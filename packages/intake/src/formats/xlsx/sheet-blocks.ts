import type { Place } from '@gouji/core'
import type { Block, GridCell, GridRow } from '../../blocks/block.js'
import { tooLarge } from '../../intake-error.js'
import { type Area, addressOf } from './read-sheet.js'
import type { ShownRow, ShownSheet } from './shown-sheet.js'

/** A merged cell while its rows are gone through. */
interface OpenArea extends Area {
  isPrinted: boolean
}

/**
 * A sheet as blocks: rows without a blank row between them are one table, as wide as what stands in it, or paragraphs
 * where only one column does. Merged cells go no further than that. Throws IntakeError `TOO_LARGE` for more than `most`
 * cells, blank ones among them.
 */
export const sheetBlocks = (
  { rows, merged }: ShownSheet,
  isHiddenColumn: (column: number) => boolean,
  placeOf: (address: string) => Place,
  most: number,
): readonly Block[] => {
  let count = 0
  let next = 0
  const tell = (more: number) => {
    count += more
    if (count > most) throw tooLarge('elements', most)
  }
  return runsOf(rows, merged).map((run): Block => {
    const columns = columnsOf(run, isHiddenColumn)
    tell(columns.length * run.length)
    const open: (OpenArea | undefined)[] = []
    const openArea = (area: Area) => {
      const opened = { ...area, isPrinted: false }
      for (let at = firstFrom(columns, area.left); at < columns.length && columns[at]! <= area.right; at++) {
        tell(1)
        if (open[at] === undefined || open[at]!.bottom < area.top) open[at] = opened
      }
    }
    const printed = run.map(({ row, texts }): GridRow => {
      for (; next < merged.length && merged[next]!.top <= row; next++) openArea(merged[next]!)
      const cells: GridCell[] = []
      for (let at = 0; at < columns.length; ) {
        const start = at++
        const area = open[start] !== undefined && open[start].bottom >= row ? open[start] : undefined
        if (area) while (at < columns.length && open[at] === area) at++
        const continues = area?.isPrinted ?? false
        if (area) area.isPrinted = true
        const place = placeOf(addressOf(area?.top ?? row, columns[start]!))
        // What stands under a merged cell is not shown.
        const text = area && area.top < row ? undefined : texts.get(columns[start]!)
        cells.push({
          blocks: text === undefined ? [] : [{ kind: 'paragraph', text, place }],
          place,
          columns: at - start,
          continues,
        })
      }
      return { cells }
    })
    return { kind: 'grid', rows: printed }
  })
}

/** Rows without a blank row between them; rows that a merged cell holds together are no blank ones. */
const runsOf = (rows: readonly ShownRow[], merged: readonly Area[]): readonly (readonly ShownRow[])[] => {
  const runs: ShownRow[][] = []
  let next = 0
  let reach = 0
  for (const each of rows) {
    if (runs.length === 0 || (each.afterGap && reach < each.row - 1)) runs.push([])
    runs.at(-1)!.push(each)
    for (; next < merged.length && merged[next]!.top <= each.row; next++) reach = Math.max(reach, merged[next]!.bottom)
  }
  return runs
}

/** The columns of the run that are shown, from the first that holds text to the last. */
const columnsOf = (run: readonly ShownRow[], isHidden: (column: number) => boolean): readonly number[] => {
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const { texts } of run) {
    for (const column of texts.keys()) {
      first = Math.min(first, column)
      last = Math.max(last, column)
    }
  }
  const columns: number[] = []
  for (let column = first; column <= last; column++) if (!isHidden(column)) columns.push(column)
  return columns
}

/** The index of the first column that is no less. */
const firstFrom = (columns: readonly number[], least: number): number => {
  let [from, to] = [0, columns.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (columns[middle]! < least) from = middle + 1
    else to = middle
  }
  return from
}
