import { readdirSync, readFileSync } from 'node:fs'
import { auditReport, type Report } from '@gouji/core'
import { expect, test } from 'vitest'
import { pack, pack2020 } from '../support/pack-2020.js'
import { samples, tellSkipped } from '../support/samples.js'

interface Figures {
  readonly year: number
  readonly edition: string
  readonly organization: string
  readonly headings?: readonly string[]
  readonly table2?: Record<string, string[]>
  readonly table3?: Record<string, string[]>
  readonly table4?: Record<string, string[]>
  readonly expected?: { readonly rules?: readonly string[] }
}

const files = samples === null ? [] : readdirSync(`${samples}/figures`).sort()
tellSkipped('figures', 12)

/** The groups that a figure file's expectation speaks of: it holds numbers, and no prose. */
const AMONG = /^(table|cell|sum|unit)\/|^structure\/edition-/

const reportOf = (figures: Figures): Report => {
  const { form } = pack
  const sections: Record<string, object> = {}
  for (const [index, { id }] of form.sections.entries())
    sections[id] = figures.headings?.[index] ? { heading: figures.headings[index] } : {}
  for (const [table, rows] of [
    ['regulations', figures.table2],
    ['requests', figures.table3],
    ['disputes', figures.table4],
  ] as const) {
    const { section, blocks } = form.tables.find(({ id }) => id === table)!
    const known = new Map(
      blocks.flatMap(({ rows: formRows, columns }) => formRows.map(({ id }) => [id, columns] as const)),
    )
    if (!rows) continue
    const cells = Object.entries(rows).map(([row, values]) => [
      row,
      Object.fromEntries((known.get(row) ?? []).map((column, at) => [column, values[at] ?? ''])),
    ])
    sections[section] = {
      ...sections[section],
      tables: { [table]: { form: figures.edition.slice(0, 3), rows: Object.fromEntries(cells) } },
    }
  }
  return { schemaVersion: 1, year: figures.year, body: { name: figures.organization }, sections } as Report
}

const readFigures = (file: string): Figures => JSON.parse(readFileSync(`${samples}/figures/${file}`, 'utf8')) as Figures

const whole = files.filter((file) => readFigures(file).expected?.rules && readFigures(file).year <= 2020)

test.skipIf(samples === null)('there are figures of this edition to try', () => {
  expect(whole).toContain('county-bureau-2020.json')
})

test.each(whole)('%s raises at error and warning what is expected, no more and no less', (file) => {
  const figures = readFigures(file)
  const findings = auditReport(reportOf(figures), [pack2020]).findings.filter(
    ({ severity, rule }) => severity !== 'note' && AMONG.test(rule.id),
  )
  expect(findings.map(({ rule }) => rule.id).sort()).toEqual(figures.expected?.rules)
})

const later = files.filter((file) => readFigures(file).year > 2020)

test.each(later)('%s is of a year that no loaded pack covers, and is not judged', (file) => {
  const audit = auditReport(reportOf(readFigures(file)), [pack2020])
  expect(audit).toMatchObject({ verdict: 'incomplete', pack: null, rules: [], findings: [] })
  expect(audit.selection).toMatchObject({ code: 'no-pack', year: readFigures(file).year })
})

const partial = files.filter((file) => readFigures(file).year === 2020 && !readFigures(file).expected)

test.each(partial)('%s, of which only some is known, raises no sum error', (file) => {
  const { findings } = auditReport(reportOf(readFigures(file)), [pack2020])
  expect(findings.filter(({ rule, severity }) => severity === 'error' && rule.id.startsWith('sum/'))).toEqual([])
})
