import { auditReport, compilePack, loadPack, type Pack } from '@gouji/core'
import { expect, test } from 'vitest'
import { audit, edition2020, raisedRules } from '../support/editions.js'

const { pack, cleanReport } = edition2020

const ruleOf = (id: string) => pack.rules.find((rule) => rule.id === id)!

test('a row of another table is a row that this one does not have', () => {
  const report = cleanReport()
  report.sections.disclosure!.tables!.regulations!.rows.received = { natural: 5 }
  expect(raisedRules(audit(report))).toEqual(['table/row-extra'])
})

test('a whole year states the period, however its last day is spaced', () => {
  for (const end of ['12月31日', '12月31 日', '12月 31日', '12 月　31 日', '12月３１ 日']) {
    const report = cleanReport()
    report.preface = `本报告反映2020年1月1日起至2020年${end}的工作。`
    expect(raisedRules(audit(report)), end).not.toContain('structure/period-stated')
  }
})

test('money is added exactly, and its difference told exactly', () => {
  const { form } = pack
  const columns = form.tables[2]!.columns.map((column) => ({ ...column, kind: 'money' as const }))
  const money = compilePack({
    ...pack,
    form: { ...form, tables: [form.tables[0]!, form.tables[1]!, { ...form.tables[2]!, columns }] },
    rules: [ruleOf('sum/disputes-group')],
  } as Pack)
  const report = cleanReport()
  const { review, directSuit } = report.sections.disputes!.tables!.disputes!.rows
  Object.assign(review!, { upheld: 0.1, corrected: 0.2, otherResult: 0, pending: 0, total: 0.3 })
  Object.assign(directSuit!, { upheld: 100000000000.25, corrected: 0, otherResult: 0, pending: 0, total: 0.1 })
  const { findings } = auditReport(report, [money])
  expect(findings.map(({ check, data }) => [check.key, data.delta])).toEqual([['directSuit', -100000000000.15]])
})

test('a blank total over a part that cannot be read is no better known than it', () => {
  const report = cleanReport()
  const { granted, resultsTotal } = report.sections.requests!.tables!.requests!.rows
  granted!.natural = '若干'
  resultsTotal!.natural = null
  const balance = audit(report).rules.find(({ rule }) => rule.id === 'sum/requests-balance')!
  expect(balance.reasons).toMatchObject([{ code: 'unreadable-cell', label: '(一)予以公开 · 自然人' }])
})

test('a severity by check knows no inherited names', () => {
  const rows = JSON.parse(JSON.stringify(pack.form).replaceAll('"fees"', '"constructor"'))
  const rule = { ...ruleOf('sum/items-negative'), each: { row: ['constructor'] }, severityFor: {} }
  const compiled = loadPack(JSON.parse(JSON.stringify({ ...pack, code: undefined, form: rows, rules: [rule] })))
  const report = JSON.parse(JSON.stringify(cleanReport()).replace('"fees"', '"constructor"'))
  report.sections.disclosure.tables.regulations.rows.constructor.itemsChange = -99
  expect(auditReport(report, [compiled]).findings.map(({ severity }) => severity)).toEqual(['error'])
})

test('every total of the form is read with the parts that it sums', () => {
  expect(edition2020.compiled.form.relations.filter(({ total }) => total)).toHaveLength(33)
})
