import type { Condition, Rule, SubjectKind } from '@gouji/core'
import fc from 'fast-check'

/** A fact that random rules ask, with the parameters that it takes and whether it may be null. */
interface Asked {
  readonly fact: string
  readonly params?: Record<string, unknown>
  readonly nullable: boolean
}

const ask = (fact: string, nullable = false, params?: Record<string, unknown>): Asked => ({
  fact,
  nullable,
  ...(params ? { params } : {}),
})

/** Named conditions that random rules refer to; of facts that any subject has. */
export const namedConditions: Readonly<Record<string, Condition>> = {
  government: { all: [{ fact: 'bodyRankOrUnknown', operator: 'equal', value: 'city' }] },
  undated: { any: [{ fact: 'publishedFrom', operator: 'equal', value: 'none' }, { condition: 'government' }] },
}

/** Facts that are lists: only their length is compared. */
const lists = new Set([
  'tableEditions',
  'foreignTables',
  'misorderedHeadings',
  'misnumberedHeadings',
  'terms',
  'enumerationGaps',
  'unbalancedBrackets',
  'missingTopics',
  'missingRows',
  'extraRows',
  'missingColumns',
  'oddRows',
  'blankCells',
  'blankTotals',
  'placeholderCells',
])

const anywhere: readonly Asked[] = [
  ask('year', true),
  ask('edition'),
  ask('bodyKind', true),
  ask('bodyRankOrUnknown'),
  ask('title', true),
  ask('titleYear', true),
  ask('published', true),
  ask('publishedFrom'),
  ask('periodFrom', true),
  ask('periodStated'),
  ask('dayOf', true, { yearsAfter: 1, month: 1, day: 31 }),
]

const bySubject: Record<SubjectKind, readonly Asked[]> = {
  report: [
    ask('tableEditions'),
    ask('foreignTables'),
    ask('misorderedHeadings'),
    ask('misnumberedHeadings', true),
    ask('terms', false, { terms: ['公开', '考核'] }),
    ask('enumerationGaps'),
    ask('unbalancedBrackets'),
    ask('missingTopics', false, { topics: { 考核: ['考核'], 评议: ['评议'] } }),
    ask('value', true, { row: 'procurement', column: 'amount' }),
    ask('unit', false, { row: 'procurement', column: 'amount' }),
  ],
  section: [
    ask('section'),
    ask('sectionPresent'),
    ask('sectionHasTable'),
    ask('text'),
    ask('textLength'),
    ask('mentions', false, { terms: ['公开'] }),
  ],
  heading: [ask('headingAccepted')],
  table: [
    ask('tablePresent', true),
    ask('missingRows', true),
    ask('extraRows'),
    ask('missingColumns'),
    ask('oddRows', true),
    ask('blankCells'),
    ask('blankTotals'),
    ask('placeholderCells'),
  ],
  row: [ask('value', true, { column: 'natural' }), ask('sum', true, { columns: ['natural', 'total'] })],
  cell: [ask('state', true), ask('isNegative', true), ask('hasDecimals', true), ask('number', true)],
  relation: [ask('left', true), ask('right', true)],
}

const operators = ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const

/** What the library's operators are known to stumble over. */
const values = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    1,
    -1,
    7,
    18,
    2020,
    20210131,
    'number',
    'blank',
    '60号',
    'government',
    '12abc',
    '1,234',
    '１２',
    '',
    'overview',
    'none',
  ),
  fc.integer({ min: -5, max: 400 }),
)

const comparison = (asked: readonly Asked[]): fc.Arbitrary<Condition> => {
  const scalars = asked.filter(({ fact }) => !lists.has(fact))
  const ofLists = asked.filter(({ fact }) => lists.has(fact))
  const fact = fc.constantFrom(...scalars)
  const reference = fact.map(({ fact: name, params }) => ({ fact: name, ...(params ? { params } : {}) }))
  return fc
    .oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          fact,
          operator: fc.constantFrom<string[]>(...operators),
          value: values as fc.Arbitrary<unknown>,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          fact,
          operator: fc.constantFrom('in', 'notIn'),
          value: fc.array(values, { maxLength: 4 }) as fc.Arbitrary<unknown>,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          fact,
          operator: fc.constantFrom<string[]>(...operators),
          value: reference as fc.Arbitrary<unknown>,
        }),
      },
      ...(ofLists.length === 0
        ? []
        : [
            {
              weight: 3,
              arbitrary: fc.record({
                fact: fc.constantFrom(...ofLists),
                operator: fc.constant('countAtLeast'),
                value: fc.integer({ min: 0, max: 3 }) as fc.Arbitrary<unknown>,
              }),
            },
          ]),
    )
    .map(({ fact: { fact: name, params }, operator, value }) => ({
      fact: name,
      ...(params ? { params } : {}),
      operator,
      // It is counted to 100, and a pack that compares it with more is refused.
      value: name === 'textLength' && typeof value === 'number' ? value % 100 : value,
    }))
}

const condition = (asked: readonly Asked[]): fc.Arbitrary<Condition> => {
  const { group } = fc.letrec<{ group: Condition; member: Condition }>((tie) => ({
    group: fc.oneof(
      { depthSize: 'small' },
      fc.array(tie('member'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('member'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('member').map((not) => ({ not })),
    ),
    member: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      comparison(asked),
      tie('group'),
      fc.constantFrom(...Object.keys(namedConditions)).map((name) => ({ condition: name })),
    ),
  }))
  return group
}

const subjects: fc.Arbitrary<Rule['each']> = fc.oneof(
  fc.constantFrom<Rule['each'][]>('report', 'section', 'heading', 'table'),
  fc.constantFrom<Rule['each'][]>(
    { row: ['granted', 'carriedOut'] },
    { relation: 'requests.balance' },
    { relation: 'disputes.group' },
    { cell: ['money'] },
    { section: ['problems', 'other'] },
  ),
)

const nullable = (asked: readonly Asked[]): string[] => [
  ...new Set(asked.filter((fact) => fact.nullable).map(({ fact }) => fact)),
]

/** A random rule that a pack may hold. Its needs name every fact that may not be known, where its parameters are the same wherever it is asked. */
export const arbitraryRule = (id: number): fc.Arbitrary<Rule> =>
  subjects.chain((each) => {
    const kind = (typeof each === 'string' ? each : Object.keys(each)[0]) as SubjectKind
    const asked = [...anywhere, ...bySubject[kind]]
    return fc
      .record({
        failWhen: condition(asked),
        appliesWhen: fc.option(condition(anywhere), { nil: undefined, freq: 3 }),
        severityWhen: fc.option(condition(anywhere), { nil: undefined, freq: 5 }),
      })
      .map(({ failWhen, appliesWhen, severityWhen }) => ({
        id: `random/r${id}`,
        version: 1,
        severity: 'warning' as const,
        title: '随机',
        basis: [{ instrument: 'practice', clause: '无', certainty: 'practice' as const }],
        each,
        ...(appliesWhen ? { appliesWhen } : {}),
        needs: nullable(asked).filter((name) => JSON.stringify(failWhen).includes(`"fact":"${name}"`)),
        failWhen,
        ...(severityWhen ? { severityWhen: [{ when: severityWhen, severity: 'error' as const }] } : {}),
        message: '{{check}}',
        examples: [{ name: '无', verdict: 'pass' as const }],
      }))
  })

export const rulesOf = (count: number): fc.Arbitrary<readonly Rule[]> =>
  fc.tuple(...Array.from({ length: count }, (_, id) => arbitraryRule(id)))
