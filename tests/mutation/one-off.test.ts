import type { Report } from '@gouji/core'
import { describe, expect, test } from 'vitest'
import { layouts } from '../../packages/intake/test/support/render-report.js'
import { audit, byEdition, raised, readText } from '../support/editions.js'
import { changedByOne, numberCellsOf } from './one-off.js'

/** How many numbers tables 三 and 四 have. */
const NUMBERS: Readonly<Record<string, number>> = { '60号': 176, '30号': 190 }

describe.each(byEdition)('%s', (name, edition) => {
  const asReport: [string, (report: Report) => Report][] = [
    ['json', (report) => report],
    ...layouts.map((layout): [string, (report: Report) => Report] => [
      layout,
      (report) => readText(edition.textOf(report, layout)),
    ]),
  ]

  test('tables 三 and 四 have as many numbers as the form says', () => {
    expect(numberCellsOf(edition)).toHaveLength(NUMBERS[name]!)
  })

  test.each(asReport)('the clean report is silent as %s', (_name, read) => {
    const result = audit(read(edition.cleanReport()))
    expect(result.pack?.name).toBe(edition.pack.name)
    expect(raised(result)).toEqual([])
  })

  test.each(asReport)('each number changed by one is found as %s, by one to three sums that show it', (_name, read) => {
    for (const by of [1, -1] as const) {
      for (const { index, pointer } of numberCellsOf(edition)) {
        const { findings } = audit(read(changedByOne(edition, index, by)))
        const told = `${pointer} ${by}`
        expect(findings.length, told).toBeGreaterThanOrEqual(1)
        expect(findings.length, told).toBeLessThanOrEqual(3)
        for (const { rule, severity, evidence } of findings) {
          expect(`${severity} ${rule.id}`, told).toMatch(/^error sum\//)
          expect(
            evidence.map((item) => item.pointer),
            told,
          ).toContain(pointer)
        }
      }
    }
  })
})
