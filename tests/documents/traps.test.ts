import type { Cell, Form, FormTable, Report } from '@gouji/core'
import { readDocument } from '@gouji/intake'
import { describe, expect, test } from 'vitest'
import { form, makeReport, nextForm, numbered } from '../../packages/intake/test/support/sample-report.js'
import { forms } from '../support/editions.js'
import { cellsOf, expectSame } from './as-printed.js'
import { written } from './published.js'

/** What a trap makes of a report, in whatever format, and what must come back of it. */
interface Trap {
  readonly name: string
  readonly report: (edition: Form) => Report
  /** The form with the labels that the document prints. */
  readonly printed?: (edition: Form) => Form
  /** Where it is not the report as it was. */
  readonly back?: (read: Report, report: Report, edition: Form) => void
}

const relabelled =
  (change: (label: string) => string) =>
  (edition: Form): Form => ({
    ...edition,
    tables: edition.tables.map(
      (table): FormTable => ({
        ...table,
        ...(table.captions && { captions: table.captions.map(change) }),
        columns: table.columns.map((column) => ({
          ...column,
          label: change(column.label),
          ...(column.group && { group: change(column.group) }),
        })),
        blocks: table.blocks.map((block) => ({
          ...block,
          ...(block.caption && { caption: change(block.caption) }),
          rows: block.rows.map((row) => ({
            ...row,
            label: change(row.label),
            ...(row.group && { group: row.group.map(change) }),
          })),
        })),
      }),
    ),
  })

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

/** A report whose cells are numbered, but for those that `cell` gives. */
const withCells = (cell: (row: string, column: string) => Cell | undefined) => (edition: Form) => {
  let next = 1000
  return makeReport((_, row, column) => {
    next++
    const other = cell(row, column)
    return other === undefined ? next : other
  }, edition)
}

/** The sections with a table. */
const TABLES = ['disclosure', 'requests', 'disputes']

const withoutHeadings = (edition: Form): Report => {
  const { sections, ...report } = numbered(edition)
  const lost = TABLES.map((id) => {
    const { heading, ...section } = sections[id]!
    return [id, section] as const
  })
  return { ...report, sections: { ...sections, ...Object.fromEntries(lost) } }
}

const traps: readonly Trap[] = [
  {
    name: 'full-width digits and brackets in labels and cells',
    report: (edition) => {
      let next = 1000
      return makeReport(() => fullWidth(String(++next)), edition)
    },
    printed: relabelled(fullWidth),
  },
  { name: '1．', report: numbered, printed: relabelled((label) => label.replace(/^(\d)\./u, '$1．')) },
  { name: '1、', report: numbered, printed: relabelled((label) => label.replace(/^(\d)\./u, '$1、')) },
  {
    name: 'round brackets of either width',
    report: numbered,
    printed: relabelled((label) => label.replace(/^\((.)\)/u, '（$1）')),
  },
  {
    name: 'notes in cells',
    report: withCells((row, column) =>
      row === 'normativeDocuments' && column === 'made'
        ? '22（其中修订16件）'
        : row === 'normativeDocuments'
          ? '55（含自然失效29件）'
          : undefined,
    ),
  },
  {
    name: 'a row of blanks among others',
    report: withCells((row) => (row === 'refusedThirdPartyRights' ? null : undefined)),
  },
  {
    name: 'blanks for zeros',
    report: withCells((row, column) =>
      row === 'regulations' || column === 'research' || column === 'pending' ? null : undefined,
    ),
  },
  {
    name: 'marks for zeros',
    report: withCells((_, column) => (column === 'nonprofit' ? '-' : column === 'corrected' ? '/' : undefined)),
  },
  {
    name: 'headings of the tables lost',
    report: withoutHeadings,
    back: (read, report) => {
      expect(cellsOf(read)).toEqual(cellsOf(report))
      expect(read.document).toMatchObject({ oddRows: [], unplaced: [] })
      expect(read.document?.outline.map(({ section }) => section)).toEqual(['overview', 'problems', 'other'])
      for (const id of ['overview', 'problems', 'other'])
        expect(read.sections[id]?.text).toBe(report.sections[id]?.text)
    },
  },
]

const shownBlanks = written.filter(({ showsBlanks }) => showsBlanks)

describe.each(traps)('$name', ({ report: make, printed, back = expectSame }) => {
  const cases = shownBlanks.flatMap((way) =>
    [form, nextForm].map((edition) => [way.name, edition.edition, way, edition] as const),
  )

  test.each(cases)('%s, %s', async (_way, _edition, { publish }, edition) => {
    const report = make(edition)
    const [document] = await publish([{ name: 'report', report, form: printed?.(edition) ?? edition }])
    const { report: read } = await readDocument(document!, { forms })
    back(read, report, edition)
  })
})
