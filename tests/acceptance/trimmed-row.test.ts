import { expect, test } from 'vitest'
import { audit, edition2020, raised, readText } from '../support/editions.js'

const { cleanReport, textOf } = edition2020

test('the row of 表四 without the blank cells at its end: the report cannot be judged whole, and no rule blames it', () => {
  const report = cleanReport()
  const { rows } = report.sections.disputes!.tables!.disputes!
  for (const row of ['directSuit', 'suitAfterReview'])
    rows[row] = { upheld: null, corrected: null, otherResult: null, pending: null, total: null }
  const result = audit(readText(textOf(report, 'tabs').replace(/\t+$/gmu, '')))
  expect(raised(result)).toEqual([])
  expect(result.verdict).toBe('incomplete')
  const counted = result.rules.find(({ rule }) => rule.id === 'table/cell-count')
  expect(counted).toMatchObject({ verdict: 'notAssessable', reasons: [{ code: 'unplaced-text' }] })
})
