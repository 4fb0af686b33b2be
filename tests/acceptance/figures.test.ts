import { readdirSync, readFileSync } from 'node:fs'
import type { Audit, Form, FormTable, Report } from '@gouji/core'
import { expect, test } from 'vitest'
import { type layouts, renderReport } from '../../packages/intake/test/support/render-report.js'
import { audit, edition2020, edition2021, forms, raised, readText } from '../support/editions.js'
import { samples, tellSkipped } from '../support/samples.js'

type Rows = Readonly<Record<string, readonly string[]>>

interface Figures {
  readonly year: number
  readonly organization: string
  readonly headings?: readonly string[]
  readonly table2?: Rows
  readonly table3?: Rows
  readonly table4?: Rows
  readonly expected?: { readonly rules: readonly string[] } | readonly string[]
}

const files = samples === null ? [] : readdirSync(`${samples}/figures`).sort()
tellSkipped('figures', 12)

const readFigures = (file: string): Figures => JSON.parse(readFileSync(`${samples}/figures/${file}`, 'utf8')) as Figures

const rowsOf = (table: FormTable) =>
  table.blocks.flatMap(({ rows, columns }) => rows.map(({ id }) => [id, columns] as const))

/** The form of the year, each table that has rows of the other edition's form taken from that. */
const formOf = ({ year, table2, table3, table4 }: Figures): Form => {
  const [form, other] = year <= 2020 ? forms : [...forms].reverse()
  const printed: Readonly<Record<string, Rows | undefined>> = {
    regulations: table2,
    requests: table3,
    disputes: table4,
  }
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

const tablesOf = (figures: Figures, form: Form): Report['sections'] => {
  const { table2, table3, table4 } = figures
  const printed: Readonly<Record<string, Rows | undefined>> = {
    regulations: table2,
    requests: table3,
    disputes: table4,
  }
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
                  form: form.edition,
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

const auditAsText = (file: string, layout: (typeof layouts)[number]): Audit => {
  const figures = readFigures(file)
  const form = formOf(figures)
  const sections = tablesOf(figures, form)
  // What is not known of a partial report is left out of the text.
  const known = Object.fromEntries(
    Object.entries(sections).filter(
      ([id, { tables }]) => tables !== undefined || !form.tables.some(({ section }) => section === id),
    ),
  )
  const title = `${figures.organization.replace(/[(（].*/u, '')}${figures.year}年政府信息公开工作年度报告`
  return audit(readText(renderReport({ schemaVersion: 1, title, sections: known }, form, layout)))
}

/** The groups that a figure file's expectation speaks of: it holds numbers, and no prose. */
const AMONG = /^(?:error|warning) (?:(?:table|cell|sum|unit)\/|structure\/edition-)/

const told = (result: Audit): string[] =>
  raised(result)
    .filter((finding) => AMONG.test(finding))
    .sort()

const withExpectation = files.filter((file) => readFigures(file).expected)
const expectedOf = (file: string): string[] => {
  const { expected = [] } = readFigures(file)
  return ('rules' in expected ? expected.rules : expected).map((rule) => rule.split(' ')[0]!)
}

test.skipIf(samples === null)('there are figures of both editions to try', () => {
  expect(withExpectation).toEqual(expect.arrayContaining(['county-bureau-2020.json', 'district-2024.json']))
})

/** A cell a line, and cells parted: layouts without blanks cannot show the blank cells that figures have. */
const SHOWING_BLANKS = ['lines', 'tabs', 'pipes'] as const

test.each(withExpectation.flatMap((file) => SHOWING_BLANKS.map((layout) => [file, layout] as const)))(
  '%s as %s raises at error and warning what is expected, no more and no less',
  (file, layout) => {
    const result = auditAsText(file, layout)
    expect(result.pack?.name).toBe((readFigures(file).year <= 2020 ? edition2020 : edition2021).pack.name)
    expect(told(result).map((finding) => finding.split(' ')[1])).toEqual(expectedOf(file))
  },
)

test.skipIf(samples === null)(
  'a report of two editions has the sums of every table checked by the form it follows',
  () => {
    const { rules } = auditAsText('district-2024.json', 'tabs')
    const sums = rules.filter(({ rule }) => /^sum\/(?:requests|disputes)-/.test(rule.id))
    expect(sums.map(({ rule, checks }) => [rule.id, checks])).toEqual([
      ['sum/disputes-group', { pass: 3 }],
      ['sum/requests-balance', { pass: 7 }],
      ['sum/requests-results', { pass: 7 }],
      ['sum/requests-row', { pass: 23 }],
    ])
  },
)

const partial = files.filter((file) => !readFigures(file).expected)

test.each(partial)('%s, of which only some is known, raises no sum error', (file) => {
  expect(told(auditAsText(file, 'tabs')).filter((finding) => finding.startsWith('error sum/'))).toEqual([])
})
