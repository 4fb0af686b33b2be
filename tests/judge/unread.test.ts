import { datedExample, type Report, valueAt, withValue } from '@gouji/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audit, byEdition, type Edition, edition2020, raised } from '../support/editions.js'

const withUnread = (report: Report, ...unread: readonly string[]): Report =>
  withValue(report, '/document/unread', unread) as Report

const removed = (report: Report, pointers: readonly string[]): Report =>
  pointers.reduce<Report>(
    (rest, pointer) => (valueAt(rest, pointer) === undefined ? rest : withValue(rest, pointer, undefined)) as Report,
    report,
  )

const clean = (): Report => edition2020.cleanReport()

const ruleOf = (report: Report, id: string) => audit(report).rules.find(({ rule }) => rule.id === id)

const REQUESTS = '/sections/requests/tables/requests'

test('a table that may stand on an unread page is not said to be missing', () => {
  const lacking = removed(clean(), [REQUESTS])
  expect(ruleOf(lacking, 'table/missing')?.verdict).toBe('fail')
  const told = ruleOf(withUnread(lacking, 'requests'), 'table/missing')
  expect(told).toMatchObject({ verdict: 'notAssessable', checks: { notAssessable: 1 } })
  expect(told?.reasons[0]).toMatchObject({ code: 'unread-page', pointer: REQUESTS })
})

test('sums of a table that may stand on an unread page are not known for that reason', () => {
  const told = ruleOf(withUnread(removed(clean(), [REQUESTS]), 'requests'), 'sum/requests-balance')
  expect(told?.reasons).toEqual([expect.objectContaining({ code: 'unread-page' })])
})

test('a row that may stand on an unread page is not said to be missing', () => {
  const lacking = withUnread(removed(clean(), [`${REQUESTS}/rows/granted`]), 'requests')
  expect(ruleOf(lacking, 'table/row-missing')).toMatchObject({
    verdict: 'notAssessable',
    reasons: [{ code: 'unread-page' }],
  })
})

test('a table that is whole is judged as ever', () => {
  const wrong = withValue(clean(), `${REQUESTS}/rows/granted/natural`, 900) as Report
  const relations = (report: Report) =>
    audit(report).rules.filter(({ rule }) => rule.id.startsWith('sum/') || rule.id.startsWith('cell/'))
  expect(relations(withUnread(wrong, 'requests'))).toEqual(relations(wrong))
})

test('what another section has is missing all the same', () => {
  const lacking = withUnread(removed(clean(), [REQUESTS]), 'disclosure')
  expect(raised(audit(lacking))).toContain('error table/missing')
})

test('a section that may stand on an unread page is neither missing nor well worded', () => {
  const lacking = withUnread(removed(clean(), ['/sections/problems']), 'problems')
  for (const id of ['structure/section-missing', 'wording/doubled-word'])
    expect(ruleOf(lacking, id)).toMatchObject({ verdict: 'notAssessable', reasons: [{ code: 'unread-page' }] })
})

test('what was found in a section is told though a page of it was not read', () => {
  const wrong = withValue(clean(), '/sections/problems/text', '政府政府信息公开工作还有不足。') as Report
  expect(ruleOf(withUnread(wrong, 'problems'), 'wording/doubled-word')).toMatchObject({
    verdict: 'fail',
    checks: { fail: 1 },
  })
})

test.each([
  ['structure/section-order', []],
  ['structure/period-stated', ['/preface']],
  ['date/deadline', ['/publishedOn']],
  ['date/title-year', ['/title']],
])('where only a page of the preface was not read, %s is not known', (id, pointers) => {
  expect(ruleOf(withUnread(removed(clean(), pointers)), id)).toMatchObject({
    verdict: 'notAssessable',
    reasons: [{ code: 'unread-page' }],
  })
})

test('a clean report with an unread page is incomplete', () => {
  const result = audit(withUnread(clean()))
  expect(result.verdict).toBe('incomplete')
  expect(result.incompleteBecause.map(({ code }) => code)).toContain('unread-page')
})

/** Parts of a report's unread sections, and of what belongs to none, that stand on the page. */
const losses = ({ compiled: { form }, pack }: Edition) =>
  fc.subarray(pack.form.sections.map(({ id }) => id)).chain((unread) => {
    const tables = form.tables.filter(({ section }) => unread.includes(section))
    const parts = [
      '/title',
      '/preface',
      '/publishedOn',
      ...unread.flatMap((id) => [`/sections/${id}`, `/sections/${id}/text`, `/sections/${id}/heading`]),
      ...tables.flatMap((table) => [
        table.pointer,
        ...form.rows.slice(table.firstRow, table.endRow).map(({ pointer }) => pointer),
      ]),
    ]
    return fc.record({
      unread: fc.constant(unread),
      lost: fc.subarray(parts, { maxLength: Math.min(6, parts.length) }),
    })
  })

describe.each(byEdition)('%s', (_name, edition) => {
  test('an unread page raises no false alarm, whatever stood there', () => {
    fc.assert(
      fc.property(losses(edition), ({ unread, lost }) => {
        expect(raised(audit(withUnread(removed(edition.cleanReport(), lost), ...unread)))).toEqual([])
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  test('an unread page lets nothing pass that fails where it is read', () => {
    const wrong = edition.pack.rules.flatMap(({ examples }) =>
      examples.filter(({ verdict }) => verdict === 'fail').map((example) => datedExample(example, edition.pack.clean)),
    )
    fc.assert(
      fc.property(losses(edition), fc.constantFrom(...wrong), ({ unread, lost }, { change = {}, remove = [] }) => {
        const changed = Object.entries(change).reduce<Report>(
          (report, [pointer, value]) => withValue(report, pointer, value) as Report,
          removed(edition.cleanReport(), remove),
        )
        const failed = audit(changed).rules.filter(({ verdict }) => verdict === 'fail')
        const page = audit(withUnread(removed(changed, lost), ...unread))
        for (const { rule } of failed)
          expect(page.rules.find((told) => told.rule.id === rule.id)?.verdict ?? 'none').not.toBe('pass')
      }),
      { seed: 4, numRuns: 600 },
    )
  })
})
