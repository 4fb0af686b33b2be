import { readdirSync, readFileSync } from 'node:fs'
import type { Form, FormTable, Report } from '@gouji/core'
import { forms } from './editions.js'
import { samples } from './samples.js'

type Rows = Readonly<Record<string, readonly string[]>>

/** The figures of a real report, as printed, by the ids of rows and in the order of their columns. */
export interface Figures {
  readonly year: number
  readonly organization: string
  readonly title?: string
  /** YYYY-MM-DD, with or without a note. */
  readonly published?: string
  readonly headings?: readonly string[]
  readonly table2?: Rows
  readonly table3?: Rows
  readonly table4?: Rows
  readonly expected?: { readonly rules: readonly string[] } | readonly string[]
}

/** The names of all files of figures, sorted; none on a machine without samples. */
export const figureFiles: readonly string[] = samples === null ? [] : readdirSync(`${samples}/figures`).sort()

export const readFigures = (file: string): Figures =>
  JSON.parse(readFileSync(`${samples}/figures/${file}`, 'utf8')) as Figures

const rowsOf = (table: FormTable) =>
  table.blocks.flatMap(({ rows, columns }) => rows.map(({ id }) => [id, columns] as const))

const printedOf = ({ table2, table3, table4 }: Figures): Readonly<Record<string, Rows | undefined>> => ({
  regulations: table2,
  requests: table3,
  disputes: table4,
})

/** The form of the year, each table that has rows of the other edition's form taken from that. */
export const formOf = (figures: Figures): Form => {
  const [form, other] = figures.year <= 2020 ? forms : [...forms].reverse()
  const printed = printedOf(figures)
  return {
    ...form!,
    tables: form!.tables.map((table, index) => {
      const known = new Map(rowsOf(table))
      const isOwn = Object.entries(printed[table.id] ?? {}).every(
        ([row, cells]) => known.get(row)?.length === cells.length,
      )
      return isOwn ? table : other!.tables[index]!
    }),
  }
}

const editionOf = (table: FormTable): string => forms.find(({ tables }) => tables.includes(table))!.edition

/** The sections of the form with the figures' headings and those of its tables that are known, each cell as printed. */
export const sectionsOf = (figures: Figures, form: Form): Report['sections'] => {
  const printed = printedOf(figures)
  return Object.fromEntries(
    form.sections.map(({ id, ordinal, heading }, index) => {
      const table = form.tables.find(({ section }) => section === id)
      const rows = table && printed[table.id]
      const columns = new Map(table && rowsOf(table))
      return [
        id,
        {
          heading: figures.headings?.[index] ?? `${ordinal}、${heading}`,
          ...(table &&
            rows && {
              tables: {
                [table.id]: {
                  form: editionOf(table),
                  rows: Object.fromEntries(
                    Object.entries(rows).map(([row, cells]) => [
                      row,
                      Object.fromEntries(columns.get(row)!.map((column, at) => [column, cells[at] ?? ''])),
                    ]),
                  ),
                },
              },
            }),
        },
      ]
    }),
  )
}

/** The body's name without what a file of figures adds to it. */
export const bodyOf = ({ organization }: Figures): string => organization.replace(/\s*[(（].*/u, '')

export const titleOf = (figures: Figures): string =>
  figures.title ?? `${bodyOf(figures)}${figures.year}年政府信息公开工作年度报告`
