import type { Run } from './place-values.js'
import type { ResolvedEntry } from './resolve-labels.js'

/** How many cells a table's rows have where the document shows its blank cells. */
export interface Grid {
  /** Of the most rows, of two alike the wider; but of rows that show merged cells as blanks the widest. 0 where no two rows are as wide. */
  readonly width: number
  readonly showsMerges: boolean
  /** The widths that two rows have at least: one alone has a cell too many. */
  readonly shared: ReadonlySet<number>
}

export const findGrid = (entries: readonly ResolvedEntry[]): Grid => {
  const counts = new Map<number, number>()
  for (const { width } of entries) if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1)
  const shared = new Set([...counts].flatMap(([width, count]) => (count > 1 ? [width] : [])))
  // A row that lost the blanks at its end is narrower: by its width, however common, its numbers would be shifted.
  const merged = entries.filter((entry) => shared.has(entry.width) && showsMerge(entry)).map(({ width }) => width)
  if (merged.length > 0) return { width: Math.max(...merged), showsMerges: true, shared }
  const [width = 0] = [...shared].sort((a, b) => counts.get(b)! - counts.get(a)! || b - a)
  return { width, showsMerges: false, shared }
}

/** More cells than columns and no more texts, and not only because the row's end adds blanks. */
const showsMerge = ({ units, values }: ResolvedEntry): boolean => {
  const row = units.at(-1)?.is
  if (row?.kind !== 'row') return false
  const count = row.row.block.columns.length
  const texts = values.filter(({ text }) => text !== '').length
  return values.length > count && texts <= count && values.slice(count).some(({ text }) => text !== '')
}

/** How a row stands to its table's grid. */
export const fitInGrid = ({ width }: ResolvedEntry, grid: Grid): Pick<Run, 'fillsGrid' | 'isTrimmed'> => ({
  fillsGrid: grid.shared.has(width) && width >= grid.width,
  isTrimmed: grid.showsMerges && width < grid.width,
})
