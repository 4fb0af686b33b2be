import type { Report } from '@gouji/core'
import { type DocumentInput, readDocument } from '@gouji/intake'
import { beforeAll, describe, expect, test } from 'vitest'
import { form, nextForm, numbered } from '../../packages/intake/test/support/sample-report.js'
import { audit, forms, raised } from '../support/editions.js'
import { samples as folder, tellSkipped } from '../support/samples.js'
import { cellsOf, expectSame } from './as-printed.js'
import { figureSamples, type Sample } from './figures.js'
import { ways } from './published.js'

const samples: readonly Sample[] = [
  { name: 'numbered-60', report: { ...numbered(form), year: 2020 }, form },
  { name: 'numbered-30', report: { ...numbered(nextForm), year: 2020 }, form: nextForm },
  ...figureSamples(),
]
const FIGURES = 6

const hasBlanks = (report: Report): boolean => JSON.stringify(cellsOf(report)).includes('""')

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
    expectSame(read, report)
    expect(raised(audit(read)).sort()).toEqual(raised(audit(report)).sort())
  })
})

test.skipIf(folder === null)('there are figures of both editions among the samples', () => {
  expect(samples.length).toBeGreaterThanOrEqual(2 + FIGURES)
})
