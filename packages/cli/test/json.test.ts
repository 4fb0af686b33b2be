import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parseScenario, runScenario } from './scenario.js'

const schema = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../core/schemas/${name}.schema.json`, import.meta.url), 'utf8'))

const ajv = new Ajv2020({ strict: false })
ajv.addSchema(schema('report'))
const validate = ajv.compile(schema('result'))

const run = (command: string) =>
  runScenario(
    parseScenario(`====clean:a.json====
/sections/requests/tables/requests/rows/granted/total 53
====clean:b.json====
/year 2018
====file:c.json====
{ "schemaVersion": 1,
====command====
${command}
`),
  )

test('standard output is one result document by the published schema', () => {
  const { stdout, status } = run('gouji audit a.json b.json c.json nothing.json --format json --as-of 2021-02-03')
  const result = JSON.parse(stdout)
  expect(validate(result), JSON.stringify(validate.errors)).toBe(true)
  expect(Object.keys(result)).toEqual([
    'schemaVersion',
    'tool',
    'asOf',
    'lang',
    'run',
    'audits',
    'packs',
    'failures',
    'notices',
    'executionSuccessful',
  ])
  expect(result.audits.map((audit: { verdict: string }) => audit.verdict)).toEqual(['fail', 'incomplete'])
  expect(result.audits[0].rules).toHaveLength(
    Object.values(result.audits[0].counts.rules as Record<string, number>).reduce((sum, count) => sum + count),
  )
  expect(result.failures).toMatchObject([
    { path: 'c.json', code: 'JSON_SYNTAX', place: { line: 2, column: 1 } },
    { path: 'nothing.json', code: 'FILE_MISSING' },
  ])
  expect(status).toBe('2')
})

test('the same input gives the same bytes, by either evaluator', () => {
  const command = 'gouji audit a.json b.json --format json --as-of 2021-02-03'
  const first = run(command)
  expect(run(command)).toEqual(first)
  expect(run(`${command} --judge reference`)).toEqual(first)
})
