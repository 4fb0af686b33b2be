import type { Block, GridCell, GridRow } from '../../blocks/block.js'
import { type SpanningCell, type SpreadCell, spreadRows } from '../../blocks/spread-rows.js'
import type { HtmlElement } from './html-tree.js'
import type { PageReading } from './page-reading.js'
import { shownAs } from './shown-as.js'

type ReadElement = (element: HtmlElement) => readonly Block[]

interface HtmlCell extends SpanningCell {
  readonly element: HtmlElement
}

/** As browsers have it. */
const MOST_COLUMNS = 1000
const MOST_ROWS = 65534

/** A table with what its captions say before it. Throws IntakeError `TOO_LARGE`. */
export const readGrid = (page: PageReading, table: HtmlElement, read: ReadElement): readonly Block[] => {
  const captions = shownIn(table, ['caption']).flatMap(read)
  const rows = groupsOf(table).flatMap((group) => readRows(page, shownIn(group, ['tr']), read))
  return rows.length > 0 ? [...captions, { kind: 'grid', rows }] : captions
}

/** A cell reaches no further than its group of rows. */
const readRows = (page: PageReading, rows: readonly HtmlElement[], read: ReadElement): readonly GridRow[] => {
  const spread = spreadRows(
    rows.map((row) => shownIn(row, ['td', 'th']).map(toCell)),
    page.cellsLeft,
  )
  for (const cells of spread) page.cellsLeft -= cells.length
  return spread.map((cells) => ({ cells: cells.flatMap((cell) => readCell(page, cell, read)) }))
}

/** The cell that the page is cut off in lacks its last paragraph: half of a number is no number. Without another it is none. */
const readCell = (page: PageReading, { cell, continues }: SpreadCell<HtmlCell>, read: ReadElement): GridCell[] => {
  const { element, columns } = cell
  const isCut = element === page.cutCell
  const whole = continues ? [] : read(element)
  const blocks = isCut && whole.at(-1)?.kind === 'paragraph' ? whole.slice(0, -1) : whole
  if (isCut && blocks.length === 0) return []
  const [first] = blocks
  const place = first?.kind === 'paragraph' ? first.place : page.placeAt(element.offset)
  return [{ blocks, place, columns, continues }]
}

const toCell = (element: HtmlElement): HtmlCell => {
  const { colspan, rowspan } = element.attributes
  const rows = numberIn(rowspan) ?? 1
  return {
    element,
    columns: Math.min(numberIn(colspan) || 1, MOST_COLUMNS),
    rows: rows === 0 ? Number.POSITIVE_INFINITY : Math.min(rows, MOST_ROWS),
  }
}

const numberIn = (value: string | undefined): number | null => {
  const digits = value === undefined ? null : /^\s*\+?(\d+)/u.exec(value)
  return digits && Number(digits[1])
}

/** The head is shown first and the foot last, wherever they stand. */
const groupsOf = (table: HtmlElement): readonly HtmlElement[] => {
  const groups = shownIn(table, ['thead', 'tbody', 'tfoot'])
  const head = groups.find(({ name }) => name === 'thead')
  const foot = groups.find(({ name }) => name === 'tfoot')
  const between = groups.filter((group) => group !== head && group !== foot)
  return [...(head ? [head] : []), ...between, ...(foot ? [foot] : [])]
}

const shownIn = ({ children }: HtmlElement, names: readonly string[]): readonly HtmlElement[] =>
  children.filter(
    (child): child is HtmlElement => child.name !== null && names.includes(child.name) && shownAs(child) !== 'nothing',
  )
