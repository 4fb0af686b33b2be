import type { Audit } from '@gouji/core'
import { expect, test } from 'vitest'
import { type layouts, renderReport } from '../../packages/intake/test/support/render-report.js'
import { audit, edition2020, edition2021, raised, readText } from '../support/editions.js'
import { figureFiles, formOf, readFigures, sectionsOf, titleOf } from '../support/figures.js'
import { samples, tellSkipped } from '../support/samples.js'

tellSkipped('figures', 12)

const auditAsText = (file: string, layout: (typeof layouts)[number]): Audit => {
  const figures = readFigures(file)
  const form = formOf(figures)
  const sections = sectionsOf(figures, form)
  // What is not known of a partial report is left out of the text.
  const known = Object.fromEntries(
    Object.entries(sections).filter(
      ([id, { tables }]) => tables !== undefined || !form.tables.some(({ section }) => section === id),
    ),
  )
  return audit(readText(renderReport({ schemaVersion: 1, title: titleOf(figures), sections: known }, form, layout)))
}

/** The groups that a figure file's expectation speaks of: it holds numbers, and no prose. */
const AMONG = /^(?:error|warning) (?:(?:table|cell|sum|unit)\/|structure\/edition-)/

const told = (result: Audit): string[] =>
  raised(result)
    .filter((finding) => AMONG.test(finding))
    .sort()

const withExpectation = figureFiles.filter((file) => readFigures(file).expected)
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

const partial = figureFiles.filter((file) => !readFigures(file).expected)

test.each(partial)('%s, of which only some is known, raises no sum error', (file) => {
  expect(told(auditAsText(file, 'tabs')).filter((finding) => finding.startsWith('error sum/'))).toEqual([])
})
