import { expect, test } from 'vitest'
import { audit2020, cleanReport, raised, readText, textOf } from '../support/pack-2020.js'

test('the row of 表四 without the blank cells at its end: the report cannot be judged whole, and no rule blames it', () => {
  const report = cleanReport()
  const { rows } = report.sections.disputes!.tables!.disputes!
  for (const row of ['directSuit', 'suitAfterReview'])
    rows[row] = { upheld: null, corrected: null, otherResult: null, pending: null, total: null }
  const audit = audit2020(readText(textOf(report, 'tabs').replace(/\t+$/gmu, '')))
  expect(raised(audit)).toEqual([])
  expect(audit.verdict).toBe('incomplete')
  const counted = audit.rules.find(({ rule }) => rule.id === 'table/cell-count')
  expect(counted).toMatchObject({ verdict: 'notAssessable', reasons: [{ code: 'unplaced-text' }] })
})
