import type { Form, FormTable, Report, Table } from '@gouji/core'
import { type CellValue, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { mergedRows } from './merged-rows.js'

export interface XlsxOptions {
  /** All on one sheet, or the preface and every section on a sheet of its own. */
  readonly sheets: 'one' | 'each'
  /** Whether a line of text stands in a cell merged over the tables' columns, or in the first cell of its row. */
  readonly isMerged?: boolean
  /** Columns and rows left blank before everything. */
  readonly margin?: number
  readonly change?: (sheets: readonly WriteSheet[]) => readonly WriteSheet[]
}

type Line = string | readonly [FormTable, Table]

const WIDTH = 8
const WHOLE = /^(?:0|[1-9]\d*)$/u

/** The report as a workbook: lines of text, and tables in the official layout with their cells merged; numbers as numbers. */
export const renderXlsx = (
  report: Report,
  form: Form,
  { sheets, isMerged = true, margin = 0, change = (all) => all }: XlsxOptions,
): Promise<Uint8Array> => {
  const parts = partsOf(report, form)
  const written = (sheets === 'one' ? [parts.flat()] : parts).map((lines, at) =>
    sheetOf(`第${at + 1}页`, lines, isMerged, margin),
  )
  return writeXlsx({ sheets: [...change(written)] })
}

/** What stands before the sections, and what in each of them; a signature in the last. */
const partsOf = (report: Report, form: Form): readonly (readonly Line[])[] => {
  const { publishedOn, body, title = form.title, preface = '' } = report
  const parts: Line[][] = [[title, ...linesOf(preface)]]
  for (const { id } of form.sections) {
    const section = report.sections[id]
    if (!section) continue
    const tables = form.tables.flatMap((table): Line[] => {
      const printed = table.section === id ? section.tables?.[table.id] : undefined
      return printed ? [[table, printed]] : []
    })
    parts.push([...linesOf(section.heading), ...linesOf(section.text), ...tables])
  }
  if (publishedOn?.from === 'report') {
    const [year, month, day] = publishedOn.date.split('-').map(Number)
    parts.at(-1)!.push(body?.name ?? '', `${year}年${month}月${day}日`)
  }
  return parts
}

const linesOf = (text = ''): readonly string[] => (text === '' ? [] : text.split('\n'))

const sheetOf = (name: string, lines: readonly Line[], isMerged: boolean, margin: number): WriteSheet => {
  const rows: CellValue[][] = Array.from({ length: margin }, () => [])
  const merges: MergeRange[] = []
  const put = (text: string, column: number, columns: number, down: number) => {
    const row = rows.length - 1
    rows[row]![column] = WHOLE.test(text) ? Number(text) : text === '' ? null : text
    if (columns > 1 || down > 1)
      merges.push({ startRow: row, startCol: column, endRow: row + down - 1, endCol: column + columns - 1 })
  }
  for (const line of lines) {
    if (typeof line === 'string') {
      rows.push([])
      put(line, margin, isMerged ? WIDTH : 1, 1)
      continue
    }
    /** By column, the first row that no merged cell from above reaches. */
    const free: number[] = []
    for (const cells of mergedRows(...line)) {
      rows.push([])
      let column = margin
      for (const cell of cells) {
        while ((free[column] ?? 0) >= rows.length) column++
        put(cell.text, column, cell.columns, cell.rows)
        for (const end = column + cell.columns; column < end; column++) free[column] = rows.length - 1 + cell.rows
      }
    }
  }
  return { name, rows, merges }
}
