import type { Area, Sheet } from './read-sheet.js'

/** What a sheet shows: its rows that hold text, in order, and its merged cells, each from the first cell of it that is shown. */
export interface ShownSheet {
  readonly rows: readonly ShownRow[]
  /** By their tops. */
  readonly merged: readonly Area[]
}

export interface ShownRow {
  readonly row: number
  readonly texts: ReadonlyMap<number, string>
  /** Whether a row without text stands before it. */
  readonly afterGap: boolean
}

/** The sheet without its hidden rows and columns, which are not printed. */
export const shownSheet = ({ rows, merged, isHiddenRow, isHiddenColumn }: Sheet): ShownSheet => {
  const shown = new Map<number, Map<number, string>>()
  const show = (row: number, column: number, text: string) =>
    shown.set(row, (shown.get(row) ?? new Map<number, string>()).set(column, text))
  for (const [row, texts] of rows)
    if (!isHiddenRow(row)) for (const [column, text] of texts) if (!isHiddenColumn(column)) show(row, column, text)
  const nextRow = firstShown(isHiddenRow)
  const nextColumn = firstShown(isHiddenColumn)
  const areas = merged.flatMap((area) => {
    const [top, left] = [nextRow(area.top), nextColumn(area.left)]
    if (top > area.bottom || left > area.right) return []
    const text = rows.get(area.top)?.get(area.left)
    if (text !== undefined) show(top, left, text)
    return [{ ...area, top, left }]
  })
  const order = [...shown.keys()].sort((a, b) => a - b)
  return {
    rows: order.map((row, at) => ({
      row,
      texts: shown.get(row)!,
      afterGap: at > 0 && nextRow(order[at - 1]! + 1) < row,
    })),
    merged: areas.sort((a, b) => a.top - b.top),
  }
}

/** The first from here on that is not hidden; what was passed over is passed over once. */
const firstShown = (isHidden: (at: number) => boolean): ((from: number) => number) => {
  const known = new Map<number, number>()
  return (from) => {
    const passed: number[] = []
    let at = from
    while (isHidden(at)) {
      const further = known.get(at)
      passed.push(at)
      at = further ?? at + 1
    }
    for (const each of passed) known.set(each, at)
    return at
  }
}
