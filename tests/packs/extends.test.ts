import { compilePack, integrityText, type Pack } from '@gouji/core'
import { testPack } from '@gouji/core/build'
import { describe, expect, test } from 'vitest'
import { edition2020, edition2021 } from '../support/editions.js'
import { build, filesOf, sha512 } from '../support/pack-files.js'

const national = edition2021.pack

const manifest = `name: city
version: 1.0.0
apiVersion: 1
extends: "@gouji/rules-2021"
title: 市
validFrom: 2025-01-01
status: active
`

/** A pack over the national one, of these files beside its pack.yaml. */
const over = (files: Readonly<Record<string, string>> = {}, base: Pack = national) =>
  build(new Map(Object.entries({ 'pack.yaml': manifest, ...files })), base)

const builtOver = (files: Readonly<Record<string, string>> = {}): Pack => {
  const { pack, problems } = over(files)
  expect(problems).toEqual([])
  return pack!
}

/** The pack with the hash of what it holds. */
const rehashed = (pack: Pack): Pack => ({ ...pack, integrity: `sha512-${sha512(integrityText(pack))}` })

const ruleOf = (pack: Pack, id: string) => pack.rules.find((rule) => rule.id === id)!

describe('a pack that extends another', () => {
  test('has all of it, and says upon what it was built', () => {
    const city = builtOver()
    expect(city.rules).toEqual(national.rules)
    expect(city.form).toEqual(national.form)
    expect(city).toMatchObject({ edition: '30号', reportYears: { from: 2021 }, instruments: national.instruments })
    expect(city.extends?.map(({ name, integrity }) => [name, integrity])).toEqual([
      ['@gouji/rules-2021', national.integrity],
      ['@gouji/rules-2020', edition2020.pack.integrity],
    ])
  })

  test('changes a severity, sets a parameter, drops a rule, adds one; each inherited rule cites by role', () => {
    const city = builtOver({
      'pack.yaml': `${manifest}drop: [date/title-form]\ninstruments: { practice: { title: 市的做法 } }\n`,
      'rules/date/deadline.yaml':
        'changes: date/deadline\nseverity: warning\nparameters: { days: { department: 01-15, government: 02-28 } }\n',
      'rules/sum/other.yaml': `id: sum/other
version: 1
severity: note
title: 一条
basis: [{ instrument: practice, clause: 一, certainty: practice }]
each: report
failWhen: { all: [{ fact: year, operator: lessThan, value: 2000 }] }
needs: [year]
message: 一
examples: [{ name: 早, change: { /year: 1999 }, verdict: fail }]
`,
    })
    expect(ruleOf(city, 'date/deadline')).toMatchObject({
      severity: 'warning',
      failWhen: { all: [{ value: { params: { days: { department: '01-15', government: '02-28' } } } }] },
    })
    expect(city.rules.map(({ id }) => id)).not.toContain('date/title-form')
    expect(city.rules.map(({ id }) => id)).toContain('sum/other')
    expect(city.instruments.practice?.title).toBe('市的做法')
    expect(ruleOf(national, 'date/deadline').severity).toBe('error')
  })

  test('changes the form by id: a row added and dropped, words added, a table’s sums with it', () => {
    const city = builtOver({
      'form.yaml': `chrome: { add: [云岭发布], drop: [打印] }
tables:
  - id: regulations
    rows:
      - { id: cityDocuments, after: normativeDocuments, label: 市的文件, local: true }
      - { id: compulsoryMeasures, drop: true }
`,
    })
    const rows = city.form.tables[0]!.blocks.flatMap((block) => block.rows.map(({ id }) => id))
    expect(rows).toEqual(['regulations', 'normativeDocuments', 'cityDocuments', 'permits', 'penalties', 'fees'])
    expect(city.form.chrome).toContain('云岭发布')
    expect(city.form.chrome).not.toContain('打印')
    expect(city.form.relations).toEqual(national.form.relations)
  })

  test('changes the clean report as an example does', () => {
    const city = builtOver({ 'clean.json': '{ "change": { "/year": 2025 }, "remove": ["/preface"] }' })
    expect(city.clean).toEqual({ ...national.clean, year: 2025, preface: undefined })
  })

  test('takes the base’s code where one of its rules needs it, and only there', () => {
    const code = [{ file: 'facts.js', text: 'export const facts = {}', exports: edition2020.code }]
    const files = new Map([['pack.yaml', manifest.replace('rules-2021', 'rules-2020')]])
    const result = build(files, { pack: edition2020.pack, code })
    expect(result.problems).toEqual([])
    expect(result.pack?.code).toMatchObject([{ file: 'inherited-1.js' }])
    expect(testPack(compilePack(result.pack!, edition2020.code)).faults).toEqual([])
    expect(edition2021.pack.code).toBeUndefined()
  })
})

test('the pack of the 30号 edition is what its source and the 60号 edition make of it', () => {
  const files = filesOf('packages/rules-2021')
  expect(build(files, edition2020.pack).pack).toEqual(national)
  const changed = [...files.keys()].filter((name) => name.startsWith('rules/'))
  const inherited = national.rules.filter(({ id }) => !changed.includes(`rules/${id}.yaml`))
  expect(inherited.length).toBeGreaterThan(35)
  for (const rule of inherited) expect(rule).toEqual(ruleOf(edition2020.pack, rule.id))
})

const deadline = (text: string) => ({ 'rules/date/deadline.yaml': `changes: date/deadline\n${text}\n` })

/** What a pack that extends another may get wrong: its files, the problem's code, file and line. */
const refused: [string, Readonly<Record<string, string>>, string, string, number][] = [
  [
    'extends itself',
    { 'pack.yaml': manifest.replace('name: city', 'name: "@gouji/rules-2021"') },
    'EXTENDS',
    'pack.yaml',
    4,
  ],
  [
    'drops a rule that is not there',
    { 'pack.yaml': `${manifest}drop:\n  - date/title-form\n  - date/nothing\n` },
    'EXTENDS',
    'pack.yaml',
    10,
  ],
  [
    'changes a rule that is not there',
    { 'rules/date/x.yaml': 'changes: date/x\nseverity: note\n' },
    'EXTENDS',
    'rules/date/x.yaml',
    1,
  ],
  [
    'changes a rule that it drops',
    { 'pack.yaml': `${manifest}drop: [date/deadline]\n`, ...deadline('severity: note') },
    'EXTENDS',
    'rules/date/deadline.yaml',
    1,
  ],
  [
    'sets a parameter that is not there',
    deadline('parameters:\n  day: 3'),
    'BAD_PARAMS',
    'rules/date/deadline.yaml',
    3,
  ],
  [
    'sets a parameter to a value of another kind',
    deadline('parameters:\n  days: 3'),
    'BAD_PARAMS',
    'rules/date/deadline.yaml',
    3,
  ],
  [
    'sets a parameter to what its fact refuses',
    deadline('parameters:\n  days: { department: soon }'),
    'BAD_PARAMS',
    'rules/date/deadline.yaml',
    3,
  ],
  ['sets a severity that is none', deadline('severity: fatal'), 'SCHEMA', 'rules/date/deadline.yaml', 2],
  ['changes what a rule does not have', deadline('severities: note'), 'SCHEMA', 'rules/date/deadline.yaml', 2],
  [
    'sets a parameter to no number of JSON',
    deadline('parameters: { days: { department: .nan } }'),
    'YAML_SYNTAX',
    'rules/date/deadline.yaml',
    2,
  ],
  [
    'has two files for one rule',
    { ...deadline('severity: note'), 'rules/date/deadline.yml': 'changes: date/deadline\nseverity: error\n' },
    'DUPLICATE_ID',
    'rules/date/deadline.yml',
    1,
  ],
  [
    'drops a row by a word',
    { 'form.yaml': 'tables:\n  - id: regulations\n    rows:\n      - { id: fees, drop: yes }\n' },
    'FORM',
    'form.yaml',
    4,
  ],
  [
    'changes a table that is not there',
    { 'form.yaml': 'tables:\n  - id: nope\n    name: 表九\n' },
    'FORM',
    'form.yaml',
    2,
  ],
  ['names an alias that nothing anchors', { 'pack.yaml': `${manifest}drop: *nope\n` }, 'YAML_SYNTAX', 'pack.yaml', 1],
  ['extends a list', { 'pack.yaml': manifest.replace('"@gouji/rules-2021"', '[a]') }, 'EXTENDS', 'pack.yaml', 4],
  ['writes what a build makes', { 'pack.yaml': `${manifest}rules: []\n` }, 'SCHEMA', 'pack.yaml', 8],
  [
    'begins on a day that is none',
    { 'pack.yaml': manifest.replace('2025-01-01', '2025-02-31') },
    'LIFECYCLE',
    'pack.yaml',
    6,
  ],
  [
    'is deprecated with nothing in its place',
    { 'pack.yaml': manifest.replace('status: active', 'status: deprecated') },
    'LIFECYCLE',
    'pack.yaml',
    7,
  ],
  ['changes the clean report by no object', { 'clean.json': '{ "change": null }' }, 'SCHEMA', 'clean.json', 1],
  [
    'has a published.json that is none',
    { 'published.json': '{ "version": "1.0.0", "rules": null }' },
    'VERSION',
    'published.json',
    1,
  ],
  ['has parameters that are none', deadline('parameters: null'), 'BAD_PARAMS', 'rules/date/deadline.yaml', 2],
  ['gives a rule another id', deadline('id: date/late'), 'BAD_PARAMS', 'rules/date/deadline.yaml', 2],
  [
    'has a rule of the base’s id that does not say it changes it',
    { 'rules/date/deadline.yaml': 'id: date/deadline\n' },
    'DUPLICATE_ID',
    'rules/date/deadline.yaml',
    1,
  ],
  [
    'puts a row after one that is not there',
    { 'form.yaml': 'tables:\n  - id: regulations\n    rows:\n      - { id: x, after: y, label: 甲 }\n' },
    'FORM',
    'form.yaml',
    4,
  ],
  [
    'drops a row that a rule names',
    { 'form.yaml': 'tables:\n  - id: regulations\n    rows:\n      - { id: normativeDocuments, drop: true }\n' },
    'UNKNOWN_SUBJECT',
    'pack.yaml',
    4,
  ],
  [
    'has a wrong part in its form',
    { 'form.yaml': 'tables:\n  - id: disputes\n    layout: diagonal\n' },
    'SCHEMA',
    'form.yaml',
    3,
  ],
  [
    'has a file whose name is not the rule’s',
    { 'rules/date/late.yaml': 'changes: date/deadline\nseverity: note\n' },
    'SCHEMA',
    'rules/date/late.yaml',
    1,
  ],
]

test('what is wrong with an inherited part of the form is told at its list, not at another part', () => {
  const [first, second, third] = national.form.tables
  const tables = [first!, { ...second!, section: 'nope' }, third!]
  const base = rehashed({ ...national, form: { ...national.form, tables } })
  const form = 'tables:\n  - id: disputes\n    name: 表四\n  - id: regulations\n    name: 表二\n'
  expect(over({ 'form.yaml': form }, base).problems).toEqual([
    expect.objectContaining({ code: 'FORM', file: 'form.yaml', line: 2 }),
  ])
})

test('however extends is written, a derived pack needs no form of its own', () => {
  const { problems } = over({ 'pack.yaml': manifest.replace('extends:', '"extends":') })
  expect(problems).toEqual([])
})

test.each(refused)('a pack that %s is refused, with file and line', (_what, files, code, file, line) => {
  const { pack, problems } = over(files)
  expect(pack).toBeNull()
  expect(problems).toContainEqual(expect.objectContaining({ code, file, line }))
})

const bases: [string, unknown, RegExp][] = [
  ['that is not there', undefined, /there is no pack @gouji\/rules-2021: install it, or build it first/],
  ['of another apiVersion', { ...national, apiVersion: 2 }, /apiVersion 2, this pack of 1/],
  [
    'that is built upon it',
    { ...national, extends: [{ name: 'city', version: '1.0.0', integrity: 'sha512-x' }] },
    /extends itself/,
  ],
  ['of its own name', { ...national, name: 'city' }, /extends itself/],
  ['that is no pack', { name: 'x' }, /no built pack/],
  ['that was changed after it was built', { ...national, version: '9.9.9' }, /not what was built/],
]

test.each(bases)('a base %s is refused, at the line that names it', (_what, pack, message) => {
  const files = new Map([['pack.yaml', manifest]])
  const result = build(files, pack === undefined ? undefined : { pack, code: [] })
  expect(result.problems).toEqual([
    expect.objectContaining({ code: 'EXTENDS', file: 'pack.yaml', line: 4, message: expect.stringMatching(message) }),
  ])
})

test('a pack that extends nothing can change no rule', () => {
  const files = filesOf('packages/rules-2020')
  files.set('rules/date/deadline.yaml', 'changes: date/deadline\nseverity: note\n')
  expect(build(files).problems).toContainEqual(
    expect.objectContaining({ code: 'EXTENDS', file: 'rules/date/deadline.yaml', line: 1 }),
  )
})
