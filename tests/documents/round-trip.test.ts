import type { Cell, Report } from '@gouji/core'
import { type DocumentInput, readDocument } from '@gouji/intake'
import { beforeAll, describe, expect, test } from 'vitest'
import { form, nextForm, numbered, rowsOf } from '../../packages/intake/test/support/sample-report.js'
import { audit, forms, raised } from '../support/editions.js'
import { samples as folder, tellSkipped } from '../support/samples.js'
import { figureSamples, type Sample } from './figures.js'
import { ways } from './published.js'

const samples: readonly Sample[] = [
  { name: 'numbered-60', report: { ...numbered(form), year: 2020 }, form },
  { name: 'numbered-30', report: { ...numbered(nextForm), year: 2020 }, form: nextForm },
  ...figureSamples(),
]
const FIGURES = 6

const asPrinted = (report: Report) =>
  Object.fromEntries(
    Object.entries(rowsOf(report)).map(([table, rows]) => [
      table,
      Object.fromEntries(
        Object.entries(rows).map(([row, cells]) => [
          row,
          Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, printed(cell)])),
        ]),
      ),
    ]),
  )

const printed = (cell: Cell): string => (cell === null ? '' : String(cell))

const hasBlanks = (report: Report): boolean => JSON.stringify(asPrinted(report)).includes('""')

/** What is said beside the tables, white space apart. */
const saidBy = ({ title, preface, body, publishedOn, sections }: Report) => ({
  title,
  body: body?.name,
  publishedOn,
  preface: preface?.replace(/\s/gu, ''),
  sections: Object.entries(sections).map(([id, { heading, text }]) => [id, heading, text?.replace(/\s/gu, '')]),
})

tellSkipped('round-trip', FIGURES * ways.length)
for (const { name, isHere } of ways)
  if (!isHere) console.log(`round-trip: ${samples.length} skipped, as there is nothing to make a ${name} with`)

describe.each(ways.filter(({ isHere }) => isHere))('$name', ({ publish, showsBlanks, mediaType }) => {
  const told = samples.filter(({ report }) => showsBlanks || !hasBlanks(report))
  let documents: readonly DocumentInput[] = []
  beforeAll(async () => {
    documents = await publish(told)
  })

  test.each(told.map((sample, at) => ({ ...sample, at })))('$name comes back', async ({ report, at }) => {
    const { report: read, ...is } = await readDocument(documents[at]!, { forms })
    expect(is).toEqual({ mediaType })
    expect(asPrinted(read)).toEqual(asPrinted(report))
    expect(read.document).toMatchObject({ oddRows: [], unplaced: [] })
    expect(saidBy(read)).toEqual(saidBy(report))
    expect(raised(audit(read))).toEqual(raised(audit(report)))
  })
})

test.skipIf(folder === null)('there are figures of both editions among the samples', () => {
  expect(samples.length).toBeGreaterThanOrEqual(2 + FIGURES)
})
