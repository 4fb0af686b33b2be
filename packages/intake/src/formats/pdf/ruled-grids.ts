import { tooLarge } from '../../intake-error.js'
import { cluster, type Interval, mergeIntervals } from './intervals.js'
import type { Rule } from './pdf-page.js'

/** How far apart two lines may be and be one, and how far a line may end from one that it meets. */
const SAME_LINE = 2.5
const TOUCH = 3

/** A table's lines: the columns lie between its xs, the rows between its ys, and cells that no line parts are one. */
export interface RuledGrid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** By row, then column: the number of the cell. */
  readonly cells: readonly (readonly number[])[]
}

interface Line {
  readonly at: number
  readonly parts: readonly Interval[]
}

interface Piece extends Interval {
  readonly at: number
}

/**
 * The tables that the lines draw, of two cells at least, in the order of the page. Throws IntakeError `TOO_LARGE` for
 * one of more than `most` cells.
 */
export const ruledGrids = (rules: readonly Rule[], most: number): readonly RuledGrid[] => {
  const horizontal = pieces(rules.filter(({ isHorizontal }) => isHorizontal))
  const vertical = pieces(rules.filter(({ isHorizontal }) => !isHorizontal))
  return components(horizontal, vertical)
    .flatMap(({ across, down }) => {
      const grid = gridOf(across, down, most)
      return grid === null ? [] : [grid]
    })
    .sort((a, b) => a.ys[0]! - b.ys[0]! || a.xs[0]! - b.xs[0]!)
}

/** Lines in one direction, those that lie on each other or go on from each other as one. */
const pieces = (rules: readonly Rule[]): readonly Piece[] =>
  cluster(rules, ({ at }) => at, SAME_LINE).flatMap(({ at, members }) =>
    mergeIntervals(members, TOUCH).map((part) => ({ at, ...part })),
  )

const touches = (across: Piece, down: Piece): boolean =>
  down.at >= across.from - TOUCH &&
  down.at <= across.to + TOUCH &&
  across.at >= down.from - TOUCH &&
  across.at <= down.to + TOUCH

/** The lines that hang together. */
const components = (
  horizontal: readonly Piece[],
  vertical: readonly Piece[],
): readonly { across: readonly Piece[]; down: readonly Piece[] }[] => {
  const parents = Array.from({ length: horizontal.length + vertical.length }, (_, at) => at)
  const find = (at: number): number => {
    let root = at
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!
      root = parents[root]!
    }
    return root
  }
  for (const [h, across] of horizontal.entries())
    for (const [v, down] of vertical.entries())
      if (touches(across, down)) parents[find(h)] = find(horizontal.length + v)
  const groups = new Map<number, { across: Piece[]; down: Piece[] }>()
  const groupOf = (at: number) => {
    const root = find(at)
    const group = groups.get(root) ?? { across: [], down: [] }
    groups.set(root, group)
    return group
  }
  for (const [h, piece] of horizontal.entries()) groupOf(h).across.push(piece)
  for (const [v, piece] of vertical.entries()) groupOf(horizontal.length + v).down.push(piece)
  return [...groups.values()].filter(({ across, down }) => across.length > 1 && down.length > 0)
}

const gridOf = (across: readonly Piece[], down: readonly Piece[], most: number): RuledGrid | null => {
  const rows = linesOf(across)
  const columns = linesOf(down)
  // A table without lines at its sides ends where its other lines do.
  const xs = withEnds(columns, across)
  const ys = withEnds(rows, down)
  if ((xs.length - 1) * (ys.length - 1) > most) throw tooLarge('elements', most)
  if (xs.length < 2 || ys.length < 2 || (xs.length - 1) * (ys.length - 1) < 2) return null
  const cells = joinCells(xs, ys, rows, columns)
  return new Set(cells.flat()).size < 2 ? null : { xs, ys, cells }
}

const linesOf = (all: readonly Piece[]): readonly Line[] =>
  cluster(all, ({ at }) => at, SAME_LINE).map(({ at, members }) => ({ at, parts: members }))

const withEnds = (lines: readonly Line[], crossing: readonly Piece[]): readonly number[] => {
  const xs = lines.map(({ at }) => at)
  const from = Math.min(...crossing.map((piece) => piece.from))
  const to = Math.max(...crossing.map((piece) => piece.to))
  if (from < (xs[0] ?? Number.POSITIVE_INFINITY) - TOUCH * 2) xs.unshift(from)
  if (to > (xs.at(-1) ?? Number.NEGATIVE_INFINITY) + TOUCH * 2) xs.push(to)
  return xs
}

const joinCells = (
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly Line[],
  columns: readonly Line[],
): readonly (readonly number[])[] => {
  const width = xs.length - 1
  const height = ys.length - 1
  const cells = Array.from({ length: width * height }, (_, at) => at)
  const find = (at: number): number => {
    let root = at
    while (cells[root] !== root) root = cells[root]!
    cells[at] = root
    return root
  }
  const join = (a: number, b: number) => {
    const [first, second] = [find(a), find(b)]
    cells[Math.max(first, second)] = Math.min(first, second)
  }
  const lineAt = (lines: readonly Line[], at: number) => lines.find((line) => line.at === at)
  const covers = (line: Line | undefined, from: number, to: number) =>
    line?.parts.some((part) => part.from <= (from + to) / 2 && part.to >= (from + to) / 2) ?? false
  const rights = xs.map((x) => lineAt(columns, x))
  const belows = ys.map((y) => lineAt(rows, y))
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const here = row * width + column
      if (column + 1 < width && !covers(rights[column + 1], ys[row]!, ys[row + 1]!)) join(here, here + 1)
      if (row + 1 < height && !covers(belows[row + 1], xs[column]!, xs[column + 1]!)) join(here, here + width)
    }
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => find(row * width + column)),
  )
}
