import { expect, test } from 'vitest'
import { layouts } from '../../packages/intake/test/support/render-report.js'
import { audit2020, cleanReport, pack2020, raised, readText, textOf } from '../support/pack-2020.js'

/** Every number of tables 三 and 四. */
const cells = pack2020.form.cells.filter(({ table }) => pack2020.form.tables[table]!.id !== 'regulations')

const changed = (index: number, by: number) => {
  const report = cleanReport()
  const { table, row, column } = pack2020.form.cells[index]!
  const { section, id } = pack2020.form.tables[table]!
  const cell = report.sections[section]!.tables![id]!.rows[pack2020.form.rows[row]!.id]!
  cell[column] = (cell[column] as number) + by
  return report
}

const asReport = [
  ['json', (report: ReturnType<typeof cleanReport>) => report],
  ...layouts.map((layout) => [layout, (report: ReturnType<typeof cleanReport>) => readText(textOf(report, layout))]),
] as [string, (report: ReturnType<typeof cleanReport>) => Parameters<typeof audit2020>[0]][]

test('tables 三 and 四 have 176 numbers', () => {
  expect(cells).toHaveLength(176)
})

test.each(asReport)('the clean report is silent as %s', (_name, read) => {
  expect(raised(audit2020(read(cleanReport())))).toEqual([])
})

test.each(asReport)('each number changed by one is found as %s, by one to three sums that show it', (_name, read) => {
  for (const by of [1, -1]) {
    for (const { index, pointer } of cells) {
      const { findings } = audit2020(read(changed(index, by)))
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
