import { publishedOf } from '@gouji/core/build'
import { expect, test } from 'vitest'
import { edition2020, editions } from '../support/editions.js'
import { build, filesOf, sha512 } from '../support/pack-files.js'

const published = publishedOf(edition2020.pack, sha512)
const code = { file: 'facts.js', text: '', exports: edition2020.code }
const ROW = 'rules/sum/requests-row.yaml'

/** The problems of the pack of 2020, published as it is, then changed. */
const problemsAfter = (change: (files: Map<string, string>) => void) => {
  const files = filesOf('packages/rules-2020')
  files.set('published.json', JSON.stringify(published))
  change(files)
  return build(files, undefined, code).problems
}

const edit = (files: Map<string, string>, name: string, from: string | RegExp, to: string): void => {
  const text = files.get(name)!
  expect(text.replace(from, to)).not.toBe(text)
  files.set(name, text.replace(from, to))
}

const raiseTo = (version: string) => (files: Map<string, string>) =>
  edit(files, 'pack.yaml', 'version: 0.1.1', `version: ${version}`)

test.each(editions)('$name: the pack bears what was published of it', ({ pack }) => {
  const files = filesOf(`packages/${pack.name.replace('@gouji/', '')}`)
  const kept = JSON.parse(files.get('published.json')!)
  expect(Object.keys(kept.rules).length).toBeGreaterThan(40)
  expect(kept).toEqual(publishedOf(pack, sha512))
})

test('nothing changed is nothing wrong, and texts, severities and examples may change', () => {
  expect(problemsAfter(() => undefined)).toEqual([])
  expect(
    problemsAfter((files) => {
      edit(files, ROW, 'severity: error', 'severity: warning')
      edit(files, ROW, /title: .*/, 'title: 另一句话')
    }),
  ).toEqual([])
})

const decisive: [string, string, string | RegExp, string][] = [
  ['what it fails on', ROW, 'operator: notEqual', 'operator: lessThan'],
  ['what it is applied to', ROW, 'relation: requests.row', 'relation: requests.results'],
  [
    'what it needs',
    'rules/structure/heading-number.yaml',
    'needs: [misnumberedHeadings]',
    'needs: [misnumberedHeadings, year]',
  ],
  [
    'a parameter',
    'rules/structure/problems-thin.yaml',
    'operator: lessThan, value: 30',
    'operator: lessThan, value: 40',
  ],
  ['when it applies', 'rules/date/too-early.yaml', 'operator: equal, value: false', 'operator: equal, value: true'],
]

test.each(decisive)('a rule that changed %s keeps no version', (_what, file, from, to) => {
  const problems = problemsAfter((files) => edit(files, file, from, to))
  const line =
    filesOf('packages/rules-2020')
      .get(file)!
      .split('\n')
      .findIndex((text) => text.startsWith('version:')) + 1
  expect(problems).toContainEqual(expect.objectContaining({ code: 'VERSION', file, line }))
})

test('a rule whose sum the form says otherwise keeps no version', () => {
  const problems = problemsAfter((files) =>
    edit(
      files,
      'form.yaml',
      'left: [natural, business, research, nonprofit, legalService, other]',
      'left: [natural, other]',
    ),
  )
  expect(problems).toContainEqual(expect.objectContaining({ code: 'VERSION', file: ROW, line: 2 }))
})

test('with a new version of its own it asks for a new version of the pack, and then it is right', () => {
  const change = (files: Map<string, string>) => {
    edit(files, ROW, 'operator: notEqual', 'operator: lessThan')
    edit(files, ROW, 'version: 1', 'version: 2')
  }
  expect(problemsAfter(change)).toEqual([expect.objectContaining({ code: 'VERSION', file: 'pack.yaml', line: 2 })])
  expect(
    problemsAfter((files) => {
      change(files)
      raiseTo('0.1.2')(files)
    }),
  ).toEqual([])
})

test('a rule goes only with a version that breaks', () => {
  const drop = (files: Map<string, string>) => files.delete('rules/date/too-early.yaml')
  for (const [version, isRight] of [
    ['0.1.2', false],
    ['0.2.0', true],
    ['1.0.0', true],
  ] as const) {
    const problems = problemsAfter((files) => {
      drop(files)
      raiseTo(version)(files)
    })
    expect(problems.length === 0, version).toBe(isRight)
  }
})

test('a version never falls, neither the pack’s', () => {
  expect(problemsAfter(raiseTo('0.0.9'))).toContainEqual(
    expect.objectContaining({ code: 'VERSION', file: 'pack.yaml', line: 2 }),
  )
  const files = filesOf('packages/rules-2020')
  const rules = { ...published.rules, 'sum/requests-row': { ...published.rules['sum/requests-row']!, version: 3 } }
  files.set('published.json', JSON.stringify({ ...published, rules }))
  expect(build(files, undefined, code).problems).toContainEqual(
    expect.objectContaining({ code: 'VERSION', file: ROW, line: 2 }),
  )
})

test('a published.json that is none is told of', () => {
  const problems = problemsAfter((files) => files.set('published.json', '[]'))
  expect(problems).toEqual([expect.objectContaining({ code: 'VERSION', file: 'published.json' })])
})
