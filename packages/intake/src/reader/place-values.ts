import type { Token } from './read-entries.js'
import type { BlockHeader } from './read-headers.js'

/** The lines from one text to the next, where the document prints one a line. */
export interface Stride {
  readonly lines: number
  /** Whether wider gaps are blank cells: every gap is whole strides, and more than one row has a wider one. */
  readonly showsBlanks: boolean
}

/** A row's values, and where its label ends and the next thing begins. */
export interface Run {
  readonly values: readonly Token[]
  readonly layout: 'lines' | 'row' | 'gaps'
  /** The line of its label. */
  readonly line: number | undefined
  /** The line of what follows, and whether a page broke before it. */
  readonly next: { readonly line: number | undefined; readonly afterBreak: boolean } | null
  /** Whether the row has as many cells as the table's grid. */
  readonly fillsGrid: boolean
  /** Whether it is narrower than a grid that shows merged cells as blanks: blanks at its end may have been trimmed. */
  readonly isTrimmed: boolean
}

/** The token of each cell in order, null where the cell is blank; null in all where the cells cannot be told. */
export const placeValues = (
  run: Run,
  count: number,
  stride: Stride,
  header: BlockHeader['grid'] = null,
): readonly (Token | null)[] | null => {
  if (run.layout === 'row') {
    const under = run.values.length > count ? placeUnderHeader(run, count, header) : null
    return under ?? fitGrid(run, count) ?? placeUnderHeader(run, count, header)
  }
  if (run.values.length === 0) return Array.from({ length: count }, () => null)
  if (run.values.length === count) return run.layout === 'lines' && showsGap(run, count, stride) ? null : run.values
  return run.layout === 'lines' && run.values.length < count ? placeByStride(run, count, stride) : null
}

/** Cells that a merge or the grid's width adds are blank; where it is not clear which those are, nothing is placed. */
const fitGrid = ({ values, fillsGrid, isTrimmed }: Run, count: number): readonly (Token | null)[] | null => {
  const extra = values.length - count
  // A blank before the values may be a merge's, and the cell that it displaced a trimmed one: which, is not told.
  if (extra === 0) return isTrimmed && values[0]?.text === '' ? null : values
  if (extra < 0 || !fillsGrid) return null
  const isBlank = (tokens: readonly Token[]) => tokens.every(({ text }) => text === '')
  if (isBlank(values)) return values.slice(0, count)
  const leading = isBlank(values.slice(0, extra))
  const trailing = isBlank(values.slice(count))
  if (leading === trailing) return null
  return leading ? values.slice(extra) : values.slice(0, count)
}

/** The cells under the columns' labels, where the header is as wide as the row and nothing stands beside them. */
const placeUnderHeader = (
  { values, fillsGrid }: Run,
  count: number,
  header: BlockHeader['grid'],
): readonly (Token | null)[] | null => {
  if (!fillsGrid || header?.cells.length !== count || values[0]?.width !== header.width) return null
  const { cells } = header
  if (values.some(({ text, cell }) => text !== '' && !cells.includes(cell ?? -1))) return null
  // A column without a cell of its own is not blank: the row has too few cells.
  const found = cells.map((at) => values.find(({ cell }) => cell === at))
  return found.every((token) => token !== undefined) ? found : null
}

/** Whether the row has cells over, and all of its texts may yet be the columns': which they are is not told. */
export const isAmbiguous = ({ values, fillsGrid, isTrimmed }: Run, count: number): boolean =>
  (isTrimmed && values.length === count) ||
  (fillsGrid && values.length > count && values.filter(({ text }) => text !== '').length <= count)

/** As many values as cells, and yet the lines show a blank cell: one of the values is none, but which? */
const showsGap = (run: Run, count: number, stride: Stride): boolean => {
  if (!stride.showsBlanks) return false
  const positions = positionsOf(run, stride)
  return positions?.end === count + 2 && positions.values.at(-1) === count + 1
}

const placeByStride = (run: Run, count: number, stride: Stride): readonly (Token | null)[] | null => {
  const positions = positionsOf(run, stride)
  if (!positions) return null
  // Without anything after it a row ends where its last value is its last cell.
  if (positions.end === null ? positions.values.at(-1) !== count : positions.end !== count + 1) return null
  const cells: (Token | null)[] = Array.from({ length: count }, () => null)
  for (const [at, position] of positions.values.entries()) cells[position - 1] = run.values[at] ?? null
  return cells
}

/** How many strides after the label each value stands, and the next thing; null where one stands on none. */
const positionsOf = (run: Run, stride: Stride): { values: readonly number[]; end: number | null } | null => {
  const { line, next } = run
  if (line === undefined || stride.lines === 0 || next?.afterBreak) return null
  const values = run.values.map(({ place, afterBreak }) =>
    afterBreak || place.line === undefined ? Number.NaN : (place.line - line) / stride.lines,
  )
  const end = next?.line === undefined ? null : (next.line - line) / stride.lines
  return [...values, end ?? 1].every(Number.isInteger) ? { values, end } : null
}

/** The document's stride, from the lines of the texts that follow each other in its tables. */
export const findStride = (runs: readonly Run[]): Stride => {
  const rows = runs.map(gapsOf)
  const counts = new Map<number, number>()
  for (const gap of rows.flat()) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  const [lines] = [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0] ?? [0]
  const gaps = rows.flat()
  const isRegular = gaps.filter((gap) => gap % lines === 0).length >= gaps.length * 0.9
  // The last gap of a row says nothing: a section may end in any number of blank lines.
  const wide = rows.filter((row) => row.slice(0, -1).some((gap) => gap > lines && gap % lines === 0))
  return { lines, showsBlanks: isRegular && wide.length > 1 }
}

/** The lines from the label to the first value, from value to value, and to the next thing. */
const gapsOf = ({ layout, line, values, next }: Run): readonly number[] => {
  if (layout !== 'lines' || values.length === 0) return []
  const gaps: number[] = []
  let before = line
  for (const { place, afterBreak } of [...values, { place: next ?? {}, afterBreak: next?.afterBreak ?? true }]) {
    if (before !== undefined && place.line !== undefined && !afterBreak) gaps.push(place.line - before)
    before = place.line
  }
  return gaps
}
