import type { FormBlock } from '@gouji/core'
import type { ResolvedUnit } from './resolve-labels.js'
import type { Survey } from './survey-table.js'

/** The header printed above a block's rows. */
export interface BlockHeader {
  /** The columns whose labels it has, each as often as it stands there. */
  readonly columns: readonly string[]
  /** The cells that the columns' labels stand in, in the order of `columns`, of a row of `width` cells; null where they do not tell. */
  readonly grid: { readonly cells: readonly number[]; readonly width: number } | null
  /** Whether it has texts that are no label of the table. */
  readonly hasUnknown: boolean
  /** Whether it has another edition's labels. */
  readonly isOther: boolean
}

/** The headers as printed and in order: columns' labels, and what stands among them and is no label of the form. */
export const readHeaders = (survey: Survey): readonly string[] =>
  survey.entries.flatMap(({ units }) => headerUnits(units, isAcross(survey)).map(({ text }) => text))

/** The header of each block: what is printed between the rows of the block before it and its own first row. */
export const readBlockHeaders = (survey: Survey): ReadonlyMap<FormBlock, BlockHeader> => {
  const headers = new Map<FormBlock, BlockHeader>()
  const across = isAcross(survey)
  let above: ResolvedUnit[] = []
  for (const { units } of survey.entries) {
    const header = new Set(headerUnits(units, across))
    for (const unit of units) {
      if (header.has(unit)) above.push(unit)
      if (across || unit.is?.kind !== 'row') continue
      const { block } = unit.is.row
      if (!headers.has(block)) headers.set(block, describe(above))
      above = []
    }
  }
  if (across) for (const block of survey.index.table.blocks) headers.set(block, describe(above))
  return headers
}

const isAcross = ({ index }: Survey): boolean => index.table.layout === 'across'

const headerUnits = (units: readonly ResolvedUnit[], across: boolean): readonly ResolvedUnit[] => {
  // Side by side the rows' labels stand in the header.
  const firstRow = across ? -1 : units.findIndex(({ is }) => is?.kind === 'row')
  const above = firstRow < 0 ? units : units.slice(0, firstRow)
  const isHeader = above.some(({ is }) => is?.kind === 'column' || is?.kind === 'caption')
  const all = above.filter(({ is }) => is?.kind === 'column' || is?.kind === 'otherMark' || (isHeader && is === null))
  return isHeader ? all : all.filter(({ is }) => is?.kind === 'column')
}

const describe = (units: readonly ResolvedUnit[]): BlockHeader => {
  const labels = units.filter(({ is }) => is?.kind === 'column')
  const grid = gridOf(labels)
  // In a header of several rows the labels come row by row: their cells tell which stands before which.
  const ordered = grid ? [...labels].sort((a, b) => cellOf(a) - cellOf(b)) : labels
  return {
    columns: ordered.flatMap(({ is }) => (is?.kind === 'column' ? [is.column] : [])),
    grid: grid && { ...grid, cells: ordered.map(cellOf) },
    hasUnknown: units.some(({ is }) => is === null),
    isOther: units.some(({ is }) => is?.kind === 'otherMark'),
  }
}

const cellOf = ({ tokens: [token] }: ResolvedUnit): number => token?.cell ?? -1

const gridOf = (units: readonly ResolvedUnit[]): BlockHeader['grid'] => {
  const width = units[0]?.tokens[0]?.width
  const cells = units.flatMap(({ tokens: [token] }) =>
    token?.cell !== undefined && token.width === width ? [token.cell] : [],
  )
  return width !== undefined && cells.length === units.length ? { cells, width } : null
}

/**
 * The columns that the rows' cells stand in: the block's, or those that its header names where every row has just as
 * many cells as that, `perRow` being how many each has. A header over cells of the same grid, of rows so wide, also tells
 * their order.
 */
export const columnsOf = (
  block: FormBlock,
  header: BlockHeader | undefined,
  perRow: readonly number[],
  { times = 1, width }: { readonly times?: number; readonly width?: number | undefined } = {},
): readonly string[] => {
  if (!header || header.hasUnknown || header.isOther || perRow.length === 0) return block.columns
  if (header.grid && header.grid.width === width && isReordered(header.columns, block.columns)) return header.columns
  const named = block.columns.filter((column) => header.columns.includes(column))
  const isWhole = named.every((column) => header.columns.filter((other) => other === column).length === times)
  const isAll = named.length === block.columns.length || named.length === 0 || !isWhole
  return isAll || !perRow.every((count) => count === named.length * times) ? block.columns : named
}

/** Whether the header has each of the columns once, in another order than the form. */
const isReordered = (printed: readonly string[], columns: readonly string[]): boolean =>
  printed.length === columns.length &&
  new Set(printed).size === printed.length &&
  columns.every((column) => printed.includes(column)) &&
  printed.some((column, at) => column !== columns[at])
