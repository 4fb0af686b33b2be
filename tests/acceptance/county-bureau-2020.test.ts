import { readFileSync } from 'node:fs'
import { auditReport } from '@gouji/core'
import { decodeText, readModel, readText } from '@gouji/intake'
import { describe, expect, test } from 'vitest'
import { forms, packs, raised } from '../support/editions.js'
import { samples, tellSkipped } from '../support/samples.js'

tellSkipped('county-bureau-2020', 5)

const audit = () => {
  const bytes = readFileSync(`${samples}/county-bureau-2020.txt`)
  return auditReport(readModel(readText(decodeText(bytes).text), { forms }), packs)
}

describe.skipIf(samples === null)('a real county bureau’s report of 2020', () => {
  test('passes with two warnings and seven notes, and nothing else', () => {
    const result = audit()
    expect(result.verdict).toBe('pass')
    expect(raised(result).sort()).toEqual([
      'note structure/heading-variant',
      'note structure/period-stated',
      'note sum/decisions-items',
      'note table/row-extra',
      'note wording/abbreviation-undefined',
      'note wording/common-mistake',
      'note wording/enumeration-gap',
      'warning structure/section-empty',
      'warning unit/procurement-missing',
    ])
  })

  test('has its 40 sums checked', () => {
    const sums = audit().rules.filter(({ rule }) => /^sum\/(requests-|disputes-)/.test(rule.id))
    expect(sums.map(({ rule, checks }) => [rule.id, checks])).toEqual([
      ['sum/disputes-group', { pass: 3 }],
      ['sum/requests-balance', { pass: 7 }],
      ['sum/requests-results', { pass: 7 }],
      ['sum/requests-row', { pass: 23 }],
    ])
  })

  test('gives both readings of an amount without a unit', () => {
    const finding = audit().findings.find(({ rule }) => rule.id === 'unit/procurement-missing')
    expect(finding?.data).toMatchObject({ amount: 100645, projects: 7, perProject: 14377.86 })
    expect(finding?.evidence[0]).toMatchObject({ raw: '100645', place: { line: 152 } })
  })

  test('says why the period could not be judged, and that alone', () => {
    const unclear = audit().rules.filter(({ verdict }) => verdict === 'notAssessable')
    expect(unclear.map(({ rule, reasons }) => [rule.id, reasons.map(({ code }) => code)])).toEqual([
      ['date/period', ['not-stated']],
    ])
  })

  test('has every finding grounded in a document and, where it has one, a line', () => {
    for (const { basis, evidence, rule } of audit().findings) {
      expect(
        basis.every(({ document, clause }) => document !== '' && clause !== ''),
        rule.id,
      ).toBe(true)
      if (rule.id !== 'structure/period-stated') expect(evidence[0]?.place?.line, rule.id).toBeGreaterThan(0)
    }
  })
})
