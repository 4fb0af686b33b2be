import { readFileSync } from 'node:fs'
import { auditReport, checkPack, compilePack, loadPack, PackError } from '@gouji/core'
import { testPack } from '@gouji/core/build'
import { describe, expect, test } from 'vitest'
import { byEdition, edition2020 } from '../support/editions.js'

const { pack } = edition2020

describe.each(byEdition)('%s', (_name, { pack: built, code, compiled, cleanReport }) => {
  test('passes its own examples', () => {
    expect(testPack(compiled).faults).toEqual([])
  })

  test('has ids that are its own', () => {
    const ids = built.rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(built.rules)('$id is grounded, documented and speaks two languages', (rule) => {
    expect(rule.basis.length).toBeGreaterThan(0)
    for (const { instrument } of rule.basis) expect(built.instruments).toHaveProperty(instrument)
    expect(readFileSync(new URL(`../../docs/rules/${rule.id}.md`, import.meta.url), 'utf8')).toContain(rule.id)
    expect(rule.message).toMatchObject({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) })
  })

  test('what is unverified is never an error', () => {
    const bold = built.rules.filter(
      ({ severity, basis }) =>
        severity === 'error' && basis.every(({ certainty }) => certainty === 'unverified' || certainty === 'practice'),
    )
    expect(bold).toEqual([])
  })

  test('judges alike in whatever order its rules stand', () => {
    const reversed = compilePack({ ...built, rules: [...built.rules].reverse() }, code)
    const report = cleanReport()
    report.sections.requests!.tables!.requests!.rows.granted!.natural = 43
    expect(auditReport(report, [reversed]).findings).toEqual(auditReport(report, [compiled]).findings)
  })

  test('is checked and loaded as a third party’s pack is', () => {
    expect(checkPack(built, code)).toEqual([])
    expect(loadPack(JSON.parse(JSON.stringify(built)), code).rules).toHaveLength(built.rules.length)
  })
})

/** The pack with one rule, changed. */
const withRule = (change: object): unknown => {
  const rule = pack.rules.find(({ id }) => id === 'sum/requests-balance')!
  return { ...pack, code: undefined, rules: [{ ...rule, ...change }] }
}

const problemsOf = (value: unknown): string[] => {
  try {
    loadPack(JSON.parse(JSON.stringify(value)))
    return []
  } catch (error) {
    if (error instanceof PackError) return error.problems.map(({ code: problem }) => problem)
    throw error
  }
}

const ofReport = { each: 'report', needs: [], message: '' }

const left = { fact: 'left', operator: 'notEqual', value: { fact: 'right' } }

/** What a pack may not hold, and the problem that it is. */
const refused: [string, object, string][] = [
  ['an empty all', { failWhen: { all: [] } }, 'SCHEMA'],
  ['an empty any', { failWhen: { any: [] } }, 'SCHEMA'],
  ['a path', { failWhen: { all: [{ ...left, path: '$.x' }] } }, 'SCHEMA'],
  ['a priority', { failWhen: { all: [left], priority: 2 } }, 'SCHEMA'],
  ['a comparison alone', { failWhen: left }, 'BAD_CONDITION'],
  ['two kinds of condition in one', { failWhen: { all: [left], any: [left] } }, 'BAD_CONDITION'],
  ['an unknown fact', { failWhen: { all: [{ ...left, fact: 'lefft' }] } }, 'UNKNOWN_FACT'],
  [
    'a fact of another subject',
    { failWhen: { all: [{ fact: 'text', operator: 'equal', value: '' }] } },
    'UNKNOWN_FACT',
  ],
  [
    'an inherited name as a fact',
    { failWhen: { all: [{ fact: 'constructor', operator: 'equal', value: 1 }] } },
    'UNKNOWN_FACT',
  ],
  ['an unknown operator', { failWhen: { all: [{ ...left, operator: 'notequal' }] } }, 'UNKNOWN_OPERATOR'],
  ['an unknown condition', { failWhen: { condition: 'balanced' } }, 'UNKNOWN_CONDITION'],
  ['a fact that needs does not name', { needs: ['left'] }, 'NEEDS_MISSING'],
  ['an unknown instrument', { basis: [{ instrument: 'law', clause: '一', certainty: 'form' }] }, 'UNKNOWN_INSTRUMENT'],
  ['an unknown relation', { each: { relation: 'requests.balanced' } }, 'UNKNOWN_SUBJECT'],
  ['an unknown name in the message', { message: '{{lefft}}' }, 'UNKNOWN_NAME'],
  [
    'a list compared as a value',
    { each: 'table', needs: [], message: '', failWhen: { all: [{ fact: 'extraRows', operator: 'equal', value: 1 }] } },
    'BAD_CONDITION',
  ],
  [
    'a column that a row does not have',
    {
      each: { row: ['fees'] },
      needs: ['value'],
      message: '',
      failWhen: { all: [{ fact: 'value', params: { column: 'decisions' }, operator: 'equal', value: 1 }] },
    },
    'BAD_PARAMS',
  ],
  [
    'a row’s fact over a pattern without a group for the year',
    {
      ...ofReport,
      failWhen: { all: [{ fact: 'otherYears', params: { pattern: '报告' }, operator: 'countAtLeast', value: 1 }] },
    },
    'BAD_PATTERN',
  ],
  ['a path in a value', { failWhen: { all: [{ ...left, value: { fact: 'right', path: '$.x' } }] } }, 'BAD_CONDITION'],
  ['a message that counts no list', { message: '{{count}}' }, 'UNKNOWN_NAME'],
  [
    'a length that is not counted so far',
    {
      each: 'section',
      needs: [],
      message: '',
      failWhen: { all: [{ fact: 'textLength', operator: 'lessThan', value: 200 }] },
    },
    'BAD_CONDITION',
  ],
  ...['((?:a+))+$', '(?:a?a?)+b', 'a{0,9999}a{0,9999}b', 'a*a*b', 'a{0,100}a{0,100}a{0,100}b', '(a|b)*', '(a)\\1'].map(
    (pattern): [string, object, string] => [
      `the pattern ${pattern}`,
      {
        ...ofReport,
        failWhen: { all: [{ fact: 'matches', params: { pattern }, operator: 'countAtLeast', value: 1 }] },
      },
      'BAD_PATTERN',
    ],
  ),
]

test.each(refused)('a pack with %s is refused', (_what, change, problem) => {
  expect(problemsOf(withRule(change))).toContain(problem)
})

test('a circle of named conditions is refused', () => {
  const circle = {
    ...(withRule({ failWhen: { condition: 'a' } }) as object),
    conditions: { a: { condition: 'b' }, b: { condition: 'a' } },
  }
  expect(problemsOf(circle)).toContain('BAD_CONDITION')
})

test('a named condition is checked though no rule names it', () => {
  const withCondition = (a: object): unknown => ({ ...(withRule({}) as object), conditions: { a } })
  expect(problemsOf(withCondition({}))).toContain('BAD_CONDITION')
  expect(problemsOf(withCondition(left))).toContain('BAD_CONDITION')
  expect(problemsOf(withCondition({ all: [left] }))).toEqual([])
})

test('named conditions that unfold without measure are refused, at once', () => {
  const name = (level: number): string => `level${level}`
  const conditions = Object.fromEntries(
    Array.from({ length: 15 }, (_, level) => [
      name(level),
      { all: level === 0 ? [left] : Array.from({ length: 10 }, () => ({ condition: name(level - 1) })) },
    ]),
  )
  expect(problemsOf({ ...(withRule({ failWhen: { condition: name(14) } }) as object), conditions })).toContain(
    'BAD_CONDITION',
  )
})

test('an empty word of a form is refused', () => {
  const form = { ...pack.form, period: { words: ['统计期限', ''] } }
  expect(problemsOf({ ...(withRule({}) as object), form })).toContain('SCHEMA')
})

test('all problems are told at once', () => {
  expect(
    problemsOf(withRule({ message: '{{x}}', needs: [], each: { relation: 'requests.balance' } })).length,
  ).toBeGreaterThan(2)
})
