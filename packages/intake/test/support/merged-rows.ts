import type { Cell, FormBlock, FormColumn, FormTable, Table } from '@gouji/core'

/** A cell of a printed table; one that is merged stands once, where it begins. */
export interface MergedCell {
  /** A line break is `\n`. */
  readonly text: string
  readonly columns: number
  readonly rows: number
}

type Row = readonly MergedCell[]

/** The table's rows in the official layout: captions across, headers in rows of their own, groups merged down and labels across. */
export const mergedRows = (table: FormTable, printed: Table): readonly Row[] => {
  if (table.layout === 'across') return acrossRows(table, printed)
  const width = Math.max(...table.blocks.map(({ columns }) => columns.length))
  return table.blocks.flatMap((block) => blockRows(table, block, printed, width))
}

export const printedText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell))

const cellOf = (text: string, columns = 1, rows = 1): MergedCell => ({ text, columns, rows })

const blockRows = (table: FormTable, block: FormBlock, printed: Table, width: number): readonly Row[] => {
  const rows = block.rows.filter(({ id }) => printed.rows[id])
  const columns = block.columns.map((id) => table.columns.find((column) => column.id === id)!)
  const depth = Math.max(...table.blocks.flatMap((each) => each.rows.map(({ group = [] }) => group.length)))
  // Where a block has fewer columns than the table, its last one takes the rest.
  const across = (at: number) => (at === columns.length - 1 ? width - at : 1)
  const data = rows.map(({ id, label, group = [] }, at): Row => {
    const opened = group.flatMap((text, level) => {
      const key = group.slice(0, level + 1).join('/')
      const isSame = (other: (typeof rows)[number] | undefined) => other?.group?.slice(0, level + 1).join('/') === key
      if (isSame(rows[at - 1])) return []
      const end = rows.findIndex((other, below) => below > at && !isSame(other))
      return [cellOf(text, 1, (end < 0 ? rows.length : end) - at)]
    })
    const values = block.columns.map((column, nth) => cellOf(printedText(printed.rows[id]?.[column]), across(nth)))
    return [...opened, cellOf(label, depth + 1 - group.length), ...values]
  })
  const caption = block.caption ? [[cellOf(block.caption, depth + 1 + width)]] : []
  return [...caption, ...headerRows(table, columns, depth, across), ...data]
}

const headerRows = (
  { captions = [] }: FormTable,
  columns: readonly FormColumn[],
  depth: number,
  across: (column: number) => number,
): readonly Row[] => {
  const [note = '', corner = ''] = captions
  if (!columns.some(({ group }) => group))
    return [[cellOf(note, depth + 1), ...columns.map(({ label }, at) => cellOf(halved(label, columns), across(at)))]]
  const groups = columns.flatMap(({ label, group }, at) => {
    if (!group) return [cellOf(label, 1, 2)]
    return columns[at - 1]?.group === group
      ? []
      : [cellOf(group, columns.filter((other) => other.group === group).length)]
  })
  const below = columns.filter(({ group }) => group).map(({ label }) => cellOf(label))
  return [[cellOf(`(${note})`, depth + 1, 3), cellOf(corner, columns.length)], groups, below]
}

/** Labels that begin alike break after what they share, as in 本年新/制作数量. */
const halved = (label: string, columns: readonly FormColumn[]): string =>
  columns.some((other) => other.label !== label && other.label.slice(0, 3) === label.slice(0, 3))
    ? `${label.slice(0, 3)}\n${label.slice(3)}`
    : label

const acrossRows = (table: FormTable, printed: Table): readonly Row[] => {
  const block = table.blocks[0]!
  const width = block.columns.length
  const top = block.rows.flatMap(({ label, group: [group] = [] }, at) => {
    if (group === undefined) return [cellOf(label, width, 2)]
    const same = block.rows.filter((row) => row.group?.[0] === group)
    return block.rows[at - 1]?.group?.[0] === group ? [] : [cellOf(group, width * same.length)]
  })
  const below = block.rows.filter(({ group }) => group).map(({ label }) => cellOf(label, width))
  const labels = block.rows.flatMap(() => table.columns.map(({ label }) => cellOf(label)))
  const values = block.rows.flatMap(({ id }) =>
    block.columns.map((column) => cellOf(printedText(printed.rows[id]?.[column]))),
  )
  return [top, below, labels, values]
}
