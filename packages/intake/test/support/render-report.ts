import type { Cell, Form, FormBlock, FormColumn, FormTable, Report, Table } from '@gouji/core'

/** How a document prints its tables: a cell a line (with or without blank lines between), or rows with their cells parted. */
export const layouts = ['lines', 'lines-dense', 'tabs', 'pipes', 'spaces', 'space'] as const
export type Layout = (typeof layouts)[number]

/** A line of a document before it is laid out: a paragraph, or a row of texts, a blank cell being the empty string. */
type Line = string | readonly string[]

/**
 * The report as a text of the layout: title, page's date, preface, headings, text, tables with captions, split headers
 * and group labels, signature. A blank cell is an empty line or cell; `spaces` and `space` show none.
 */
export const renderReport = (report: Report, form: Form, layout: Layout): string => {
  const { publishedOn, body } = report
  const lines: Line[] = [report.title ?? form.title]
  if (publishedOn?.from === 'page') lines.push(`${form.published?.[0]}:${publishedOn.date} 09:30`)
  if (report.preface) lines.push(...report.preface.split('\n'))
  for (const { id } of form.sections) {
    const section = report.sections[id]
    if (!section) continue
    if (section.heading) lines.push(section.heading)
    if (section.text) lines.push(...section.text.split('\n'))
    for (const table of form.tables) {
      const printed = table.section === id ? section.tables?.[table.id] : undefined
      if (printed) lines.push(...tableLines(table, printed, layout))
    }
  }
  if (publishedOn?.from === 'report') {
    const [year, month, day] = publishedOn.date.split('-').map(Number)
    lines.push(body?.name ?? '', `${year}年${month}月${day}日`)
  }
  return `${layOut(lines, layout)}\n`
}

const layOut = (lines: readonly Line[], layout: Layout): string => {
  if (layout === 'lines') return lines.flat().join('\n\n')
  if (layout === 'lines-dense') return lines.flat().join('\n')
  const row = (cells: readonly string[]) => {
    if (layout === 'tabs') return cells.join('\t')
    if (layout === 'pipes') return `| ${cells.join(' | ')} |`
    return cells.filter((cell) => cell !== '').join(layout === 'space' ? ' ' : '   ')
  }
  return lines.map((line) => (typeof line === 'string' ? line : row(line))).join('\n')
}

const tableLines = (table: FormTable, printed: Table, layout: Layout): readonly Line[] =>
  table.layout === 'across'
    ? acrossLines(table, printed)
    : table.blocks.flatMap((block) => blockLines(table, block, printed, layout))

const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell))

const blockLines = (table: FormTable, block: FormBlock, printed: Table, layout: Layout): readonly Line[] => {
  const rows = block.rows.filter(({ id }) => printed.rows[id])
  const columns = block.columns.map((id) => table.columns.find((column) => column.id === id)!)
  const depth = Math.max(0, ...block.rows.map(({ group = [] }) => group.length))
  const lines: Line[] = block.caption ? [block.caption] : []
  lines.push(...headerLines(table, columns, depth))
  let above: readonly string[] = []
  for (const { id, label, group = [] } of rows) {
    const cells = block.columns.map((column) => textOf(printed.rows[id]?.[column]))
    const opened = group.filter((text, at) => above[at] !== text)
    // A group's label stands alone, once beside its rows, or in every row that a merged cell spans.
    if (layout === 'tabs') lines.push([...group.map((text, at) => (above[at] === text ? '' : text)), label, ...cells])
    else if (layout === 'pipes') lines.push([...group, label, ...cells])
    else lines.push(...opened.map((text) => [text]), [label, ...cells])
    above = group
  }
  return lines
}

/** A header in two rows: what stands under a group, or the second half of labels that begin alike. */
const headerLines = (table: FormTable, columns: readonly FormColumn[], depth: number): readonly Line[] => {
  const captions = table.captions ?? []
  const [note, corner = note] = captions
  const above = captions.length > 1 ? [`(${note})`] : []
  const corners = [corner ?? '', ...Array.from({ length: depth }, () => '')]
  if (columns.some(({ group }) => group)) {
    const groups = columns.map(({ group, label }, at) =>
      group ? (columns[at - 1]?.group === group ? '' : group) : label,
    )
    const below = columns.map(({ group, label }) => (group ? label : ''))
    return [...above, [...corners, ...groups].filter((text) => text !== ''), below.filter((text) => text !== '')]
  }
  const halves = columns.map(({ label }) => {
    const twin = columns.find((other) => other.label !== label && other.label.slice(0, 3) === label.slice(0, 3))
    return twin ? [label.slice(0, 3), label.slice(3)] : [label]
  })
  if (halves.every((half) => half.length === 1)) return [...above, [...corners, ...halves.flat()]]
  return [...above, ...[corners].flat().filter((text) => text !== ''), ...halves.flat().map((half) => [half])]
}

const acrossLines = (table: FormTable, printed: Table): readonly Line[] => {
  const block = table.blocks[0]!
  const labels = table.columns.map(({ label }) => label)
  const groups = [...new Set(block.rows.flatMap(({ group = [] }) => group))]
  const [first, ...others] = block.rows
  return [
    [first!.label, ...groups],
    [...labels, ...others.map(({ label }) => label)],
    block.rows.slice(1).flatMap(() => labels),
    block.rows.flatMap(({ id }) => block.columns.map((column) => textOf(printed.rows[id]?.[column]))),
  ]
}
