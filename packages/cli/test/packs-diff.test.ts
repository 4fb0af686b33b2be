import { expect, test } from 'vitest'
import { runScenario, type Scenario } from './scenario.js'

const gouji = (command: string, files: Readonly<Record<string, string>>, stdin = '') => {
  const scenario: Scenario = new Map([...Object.entries(files), ['command', `gouji ${command}`], ['stdin', stdin]])
  const { stdout, stderr, status } = runScenario(scenario)
  return { stderr, status, json: stdout === '' ? null : JSON.parse(stdout) }
}

const files = {
  'pack:new/pack.json': '/version "9.0.0"\n/rules/sum~1requests-row/severity "note"',
  'clean:a.json': '',
  'clean:b.json': '/sections/requests/tables/requests/rows/granted/natural 40',
}
const diff = 'packs diff @gouji/rules-2020 new --format json'

test('JSON has the difference and every report, changed or not', () => {
  const { json, status } = gouji(`${diff} --reports a.json --reports b.json`, files)
  expect(status).toBe('0')
  expect(json.to).toMatchObject({ version: '9.0.0' })
  expect(json.rules).toMatchObject({
    added: [],
    dropped: [],
    changed: [{ id: 'sum/requests-row', changes: [{ key: 'severity', from: 'error', to: 'note' }] }],
  })
  expect(json.reports.failures).toEqual([])
  const [same, other] = json.reports.compared
  expect(same).toMatchObject({ path: 'a.json', verdict: { from: 'pass', to: 'pass' }, rules: [] })
  expect(other).toMatchObject({ path: 'b.json', year: 2020, rules: [] })
  const [{ ruleId, severity, message, fingerprint }] = other.findings.added
  expect({ ruleId, severity }).toEqual({ ruleId: 'sum/requests-row', severity: 'note' })
  expect(other.findings.gone[0]).toMatchObject({ ruleId, severity: 'error', message, fingerprint })
})

test('without reports nothing is said of them', () => {
  expect(gouji(diff, files).json).not.toHaveProperty('reports')
})

test('reports are several, and come from standard input too', () => {
  const { json } = gouji(`${diff} --reports b.json -`, files, '{"schemaVersion":1,"year":2020,"sections":{}}')
  expect(json.reports.compared.map(({ path }: { path: string }) => path)).toEqual(['b.json', '-'])
})

test('a loaded pack goes by its name, before a folder of that name', () => {
  const mine = { 'pack:mine/pack.json': '/name "mine"', 'pack:other/pack.json': '/name "mine"\n/version "9.0.0"' }
  const { json } = gouji('packs diff mine @gouji/rules-2020 --pack other --format json', mine)
  expect(json.from).toMatchObject({ name: 'mine', version: '9.0.0' })
})

test('a report is read by both forms', () => {
  const form = '/form/tables/0/blocks/0/rows/- {"id":"announcements","label":"公告"}'
  const report = {
    ...files,
    'pack:new/pack.json': form,
    'clean:c.json': '/sections/disclosure/tables/regulations/rows/announcements {"made":1,"published":1,"public":1}',
  }
  const { json } = gouji(`${diff} --reports c.json a.json`, report)
  const [c, a] = json.reports.compared
  expect(c.findings.gone.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['table/row-extra'])
  expect(c.findings.added).toEqual([])
  expect(a.findings.added.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['table/row-missing'])
})
