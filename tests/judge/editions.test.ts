import type { Audit, Cell, Report } from '@gouji/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layouts, renderReport } from '../../packages/intake/test/support/render-report.js'
import { audit, edition2020, edition2021, type MutableReport, raised, readText } from '../support/editions.js'

const verdictOf = ({ rules }: Audit, id: string) => rules.find(({ rule }) => rule.id === id)!

/** The clean report of 2023, these tables of it in the 60号 form. */
const withOldTables = (...tables: ('regulations' | 'requests' | 'disputes')[]): MutableReport => {
  const report = edition2021.cleanReport()
  const old = edition2020.cleanReport()
  for (const id of tables)
    for (const [section, { tables: held }] of Object.entries(old.sections))
      if (held?.[id]) report.sections[section]!.tables![id] = held[id]
  return report
}

const requestsOf = (report: MutableReport) => report.sections.requests!.tables!.requests!.rows

describe('a report of 2023 with 表三 of the 60号 form', () => {
  test('is told to be mixed, and nothing else is said of it', () => {
    const result = audit(withOldTables('requests'))
    expect(raised(result)).toEqual(['error structure/edition-mixed'])
    expect(verdictOf(result, 'sum/requests-results').checks).toEqual({ pass: 7 })
    expect(verdictOf(result, 'sum/requests-row').checks).toEqual({ pass: 23 })
    expect(verdictOf(result, 'cell/not-a-number').checks.pass).toBe(161 + 15 + 10)
  })

  test('has what compares a table with the form left to that rule', () => {
    const { rules } = audit(withOldTables('requests'))
    for (const id of ['table/row-missing', 'table/row-extra', 'table/column-missing', 'table/cell-count'])
      expect(rules.find(({ rule }) => rule.id === id)).toMatchObject({
        verdict: 'pass',
        checks: { pass: 2, notApplicable: 1 },
        reasons: [{ code: 'other-edition', label: '表三' }],
      })
  })

  test('has a wrong sum found, in the words of the form it follows', () => {
    const report = withOldTables('requests')
    requestsOf(report).otherHandling!.natural = 5
    const { findings } = audit(report)
    const sums = findings.filter(({ rule }) => rule.id.startsWith('sum/'))
    expect(sums.map(({ rule, check }) => `${rule.id} ${check.key}`)).toEqual([
      'sum/requests-results natural',
      'sum/requests-row otherHandling',
    ])
    expect(sums[0]!.evidence.map(({ label }) => label)).toContain('(六)其他处理 · 自然人')
  })

  test.each(layouts)('is read so from text as %s', (layout) => {
    const report = withOldTables('requests')
    const form = {
      ...edition2021.pack.form,
      tables: edition2021.pack.form.tables.with(1, edition2020.pack.form.tables[1]!),
    }
    const result = audit(readText(renderReport(report as Report, form, layout)))
    expect(raised(result)).toEqual(['error structure/edition-mixed'])
    expect(verdictOf(result, 'sum/requests-results').checks).toEqual({ pass: 7 })
  })
})

describe('a report of 2023 with all tables of the 60号 form', () => {
  const all = () => withOldTables('regulations', 'requests', 'disputes')

  test('is told to be of another edition, and nothing else is said of its tables', () => {
    expect(raised(audit(all()))).toEqual(['error structure/edition-mismatch'])
  })

  test('has its rules on 表二 of the 30号 form not apply, and cells that cannot be found', () => {
    const report = all()
    report.sections.disclosure!.tables!.regulations!.rows.permits!.decisions = -3
    report.sections.disputes!.tables!.disputes!.rows.review!.total = null
    const result = audit(report)
    expect(raised(result).sort()).toEqual([
      'error cell/negative',
      'error structure/edition-mismatch',
      'warning cell/blank-total',
    ])
    for (const id of ['sum/valid-made', 'sum/regulations-rank', 'unit/fee-unit'])
      expect(verdictOf(result, id).verdict, id).toBe('notApplicable')
    expect(verdictOf(result, 'sum/disputes-group').reasons).toMatchObject([{ code: 'blank-total' }])
  })
})

describe('表四, which both forms print alike', () => {
  test('is of no other edition, whatever it is called', () => {
    expect(raised(audit(withOldTables('disputes')))).toEqual([])
  })

  test('keeps its checks beside tables of another edition', () => {
    const report = withOldTables('regulations', 'requests', 'disputes')
    delete report.sections.disputes!.tables!.disputes!.rows.review
    expect(raised(audit(report)).sort()).toEqual(['error structure/edition-mismatch', 'error table/row-missing'])
  })

  test('read from a text without the other tables, tells of no edition', () => {
    const report = edition2021.cleanReport()
    for (const id of ['disclosure', 'requests']) delete report.sections[id]!.tables
    const result = audit(readText(edition2021.textOf(report as Report, 'tabs')))
    expect(raised(result)).toEqual(['error table/missing', 'error table/missing'])
  })
})

test('a table of an edition that no form is known of is not judged, and is told of', () => {
  const report = edition2021.cleanReport()
  report.sections.requests!.tables!.requests!.form = '32号'
  const result = audit(report)
  expect(raised(result)).toEqual(['error structure/edition-mixed'])
  expect(verdictOf(result, 'sum/requests-results')).toMatchObject({
    verdict: 'notApplicable',
    reasons: [{ code: 'other-edition' }],
  })
})

describe('（六）其他处理 in one row of a 30号 table', () => {
  const joined = (): MutableReport => {
    const report = edition2021.cleanReport()
    const rows = requestsOf(report)
    const members = ['otherNotCorrected', 'otherFeeUnpaid', 'otherRemaining']
    rows.otherHandling = Object.fromEntries(
      Object.keys(rows.received!).map((column) => [
        column,
        members.reduce((sum, row) => sum + (rows[row]![column] as number), 0),
      ]),
    )
    for (const row of members) delete rows[row]
    return report
  }

  test('is one error, and stands for the three in the sums', () => {
    const result = audit(joined())
    expect(raised(result)).toEqual(['error table/other-split'])
    expect(verdictOf(result, 'sum/requests-results').checks).toEqual({ pass: 7 })
    expect(verdictOf(result, 'sum/requests-row').checks).toEqual({ pass: 23 })
  })

  test('changed by one, breaks its sums', () => {
    const report = joined()
    requestsOf(report).otherHandling!.natural = 14
    expect(raised(audit(report)).sort()).toEqual([
      'error sum/requests-results',
      'error sum/requests-row',
      'error table/other-split',
    ])
  })

  test('beside the three, is a row too many', () => {
    const report = edition2021.cleanReport()
    requestsOf(report).otherHandling = { ...requestsOf(report).received }
    expect(raised(audit(report))).toEqual(['note table/row-extra'])
  })
})

describe('rules that both editions have', () => {
  const shared = edition2020.pack.rules
    .filter((rule) => edition2021.pack.rules.some(({ id, version }) => id === rule.id && version === rule.version))
    .map(({ id }) => id)

  /** Clean reports of both years whose shared tables hold the same numbers. */
  const pair = (): [MutableReport, MutableReport] => {
    const [old, later] = [edition2020.cleanReport(), edition2021.cleanReport()]
    const { otherHandling, ...rows } = requestsOf(old)
    const none = Object.fromEntries(Object.keys(otherHandling!).map((column) => [column, 0]))
    later.sections.requests!.tables!.requests!.rows = structuredClone({
      ...rows,
      otherNotCorrected: otherHandling!,
      otherFeeUnpaid: none,
      otherRemaining: none,
    })
    for (const id of ['problems', 'overview', 'other']) old.sections[id]!.text = later.sections[id]!.text!
    return [old, later]
  }

  const cells = edition2020.compiled.form.cells.filter(({ key, row, table }) => {
    const { form } = edition2020.compiled
    const { local } = form.rows[row]!.form
    return !local && edition2021.compiled.form.cellByKey.has(key) && form.tables[table]!.id !== 'regulations'
  })
  const values = fc.constantFrom<Cell | undefined>(
    null,
    0,
    1,
    7,
    -1,
    2.5,
    '/',
    '若干',
    '１２',
    '22（其中修订16件）',
    '3件',
    undefined,
  )
  const texts = fc.constantFrom('', '无', '二是加强考核。三是公开（', '《办法》', '读的通', '某局2017年报告')

  test('are most of them', () => {
    expect(shared).toHaveLength(39)
  })

  test('say the same of the same, over 1,000 damaged reports', () => {
    const damage = fc.record({
      cells: fc.array(fc.tuple(fc.constantFrom(...cells), values), { maxLength: 12 }),
      lost: fc.subarray([
        '/sections/problems',
        '/sections/disputes',
        '/preface',
        '/title',
        '/publishedOn',
        '/document',
      ]),
      texts: fc.dictionary(fc.constantFrom('overview', 'problems', 'other'), texts),
      edition: fc.constantFrom(undefined, undefined, undefined, '32号'),
    })
    fc.assert(
      fc.property(damage, ({ cells: changed, lost, texts: written, edition }) => {
        const [before, after] = pair().map((report) => {
          for (const [{ pointer, column }, value] of changed) {
            const [, , section, , table, , row] = pointer.split('/') as string[]
            const held = report.sections[section!]?.tables?.[table!]?.rows[row!]
            if (held && value === undefined) delete held[column]
            else if (held) held[column] = value!
          }
          for (const [id, text] of Object.entries(written)) report.sections[id]!.text = text
          if (edition) report.sections.disputes!.tables!.disputes!.form = edition
          for (const pointer of lost) {
            const [, first, second] = pointer.split('/') as string[]
            if (second) delete report.sections[second]
            else delete (report as unknown as Record<string, unknown>)[first!]
          }
          const result = audit(report)
          return shared.map((id) => ({
            id,
            verdict: verdictOf(result, id).verdict,
            findings: result.findings
              .filter(({ rule }) => rule.id === id)
              .map(({ check, severity }) => `${severity} ${check.key}`),
          }))
        })
        expect(after).toEqual(before)
      }),
      { seed: 2021, numRuns: 1000 },
    )
  })
})

describe('what published reports of the 30号 edition print', () => {
  const text = (layout: (typeof layouts)[number]) => edition2021.textOf(edition2021.cleanReport() as Report, layout)

  test.each(layouts)('规范性文件 as a label is one note, as %s', (layout) => {
    const result = audit(readText(text(layout).replace('行政规范性文件', '规范性文件')))
    expect(raised(result)).toEqual(['note table/row-label'])
    expect(result.findings[0]!.evidence[0]).toMatchObject({ raw: '规范性文件', label: '行政规范性文件' })
  })

  test.each(['lines', 'tabs', 'pipes'] as const)('numbers with notes are one note, and count, as %s', (layout) => {
    const report = edition2021.cleanReport()
    report.sections.disclosure!.tables!.regulations!.rows.normativeDocuments = {
      made: '22（其中修订 16 件）',
      repealed: '55（含自然失效 29 件）',
      inForce: '22',
    }
    const read = (inForce: string) => {
      report.sections.disclosure!.tables!.regulations!.rows.normativeDocuments!.inForce = inForce
      return raised(audit(readText(edition2021.textOf(report as Report, layout))))
    }
    expect(read('22')).toEqual(['note cell/annotation'])
    expect(read('21').sort()).toEqual(['note cell/annotation', 'warning sum/valid-made'])
  })
})

test('no finding of the 30号 edition cites the 60号 one but those that speak of it', () => {
  const SPEAKING = ['structure/edition-mismatch', 'structure/edition-mixed', 'date/stale-reference']
  const report = withOldTables('requests')
  report.preface = '按照国办公开办函〔2019〕60号编制。'
  report.title = '某局年报'
  report.publishedOn = { date: '2025-05-05', from: 'report' }
  for (const section of ['overview', 'problems', 'other']) report.sections[section]!.text = '二是'
  for (const row of Object.values(requestsOf(report))) row.natural = -2.5
  const { findings } = audit(report)
  expect(findings.length).toBeGreaterThan(30)
  const citing = findings.filter(({ evidence: _, ...finding }) => /60号/.test(JSON.stringify(finding)))
  expect([...new Set(citing.map(({ rule }) => rule.id))].sort()).toEqual([
    'date/stale-reference',
    'structure/edition-mixed',
  ])
  for (const { id, title, message, basis } of edition2021.pack.rules)
    if (!SPEAKING.includes(id)) expect(JSON.stringify([title, message, basis]), id).not.toContain('60号')
  expect(JSON.stringify(edition2021.pack.instruments)).not.toContain('60号')
})
