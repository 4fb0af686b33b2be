import { type Audit, openGate, parseWaiver, seenValues, type Waiver } from '@gouji/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GRANTED, judge, TOTAL } from './judged.js'

const AS_OF = '2026-03-01'
const WRONG = { [TOTAL]: 901 }

const waiverOf = (audit: Audit, index = 0): Waiver => {
  const { rule, fingerprint, evidence } = audit.findings[index]!
  return {
    body: audit.body.name!,
    year: audit.year!,
    rule: rule.id,
    fingerprint,
    values: seenValues(evidence),
    reason: '原始台账如此',
    approver: '李四',
    expires: '2026-12-31',
  }
}
const wrong = judge(WRONG)
const waiver = waiverOf(wrong)
const settle = (audit: Audit, waivers: readonly Waiver[], asOf = AS_OF) => {
  const gate = openGate({ failOn: 'error', asOf, waivers })
  return { audit: gate.settle(audit, 'a.json'), states: gate.waiverStates() }
}

test('a waived finding stays in sight, fails nothing, and is counted apart', () => {
  expect(wrong).toMatchObject({ verdict: 'fail', counts: { findings: { error: 1, waived: 0 } } })
  const { audit, states } = settle(wrong, [waiver])
  expect(audit).toMatchObject({ verdict: 'pass', counts: { findings: { error: 0, waived: 1 } } })
  expect(audit.findings[0]!.waiver).toEqual({ reason: '原始台账如此', approver: '李四', expires: '2026-12-31' })
  expect(audit.counts.rules).toEqual(wrong.counts.rules)
  expect(states).toEqual(['used'])
})

test('its last day is its last', () => {
  expect(settle(wrong, [waiver], '2026-12-31').states).toEqual(['used'])
  const { audit, states } = settle(wrong, [waiver], '2027-01-01')
  expect(states).toEqual(['expired'])
  expect(audit.verdict).toBe('fail')
})

test('a changed value voids it, in whichever cell that the finding rests on', () => {
  const cells = wrong.findings[0]!.evidence.map(({ pointer }) => pointer!)
  expect(cells.length).toBeGreaterThan(3)
  for (const pointer of cells) {
    const other = judge({ ...WRONG, [pointer]: 950 })
    expect(settle(other, [waiver]), pointer).toMatchObject({ audit: { verdict: 'fail' }, states: ['changed'] })
  }
})

test.each([
  ['another body', { body: '别的局' }, 'elsewhere'],
  ['another year', { year: 2020 }, 'elsewhere'],
  ['a body without a letter', { body: '。' }, 'elsewhere'],
  ['another check', { fingerprint: 'sum/disputes-group:directSuit' }, 'unused'],
])('%s is another finding', (_, change, state) => {
  const { audit, states } = settle(wrong, [{ ...waiver, ...change }])
  expect(audit.verdict).toBe('fail')
  expect(states).toEqual([state])
})

test('what was mended is told as unused, what cannot be judged is not', () => {
  expect(settle(judge({}), [waiver]).states).toEqual(['unused'])
  const unread = judge({ ...WRONG, [TOTAL]: '12abc' })
  expect(unread.rules.find(({ rule }) => rule.id === waiver.rule)!.checks.notAssessable).toBe(1)
  expect(settle(unread, [waiver]).states).toEqual(['elsewhere'])
})

test('with its failure waived, an audit that could not be completed is incomplete', () => {
  const both = judge({ ...WRONG, '/sections/requests/tables/requests/rows/granted/natural': '12abc' })
  expect(both).toMatchObject({ verdict: 'fail', incompleteBecause: [] })
  const { audit } = settle(
    both,
    both.findings.map((_, index) => waiverOf(both, index)),
  )
  expect(audit.verdict).toBe('incomplete')
  expect(audit.incompleteBecause.map(({ code }) => code)).toContain('unreadable-cell')
})

test('of two waivers of one finding the valid one counts', () => {
  const { audit, states } = settle(wrong, [{ ...waiver, expires: '2025-01-01' }, waiver])
  expect(states).toEqual(['expired', 'used'])
  expect(audit.verdict).toBe('pass')
})

test('waiving adds no finding and takes none away, whatever is waived', () => {
  const audit = judge({ ...WRONG, [GRANTED]: 999, '/title': '报告' })
  fc.assert(
    fc.property(fc.subarray(audit.findings.map((_, index) => index)), (indices) => {
      const settled = settle(
        audit,
        indices.map((index) => waiverOf(audit, index)),
      ).audit
      expect(settled.findings.map(({ fingerprint }) => fingerprint)).toEqual(
        audit.findings.map(({ fingerprint }) => fingerprint),
      )
      const { error, warning, note, waived } = settled.counts.findings
      expect(waived).toBe(indices.length)
      expect(error + warning + note + waived).toBe(audit.findings.length)
    }),
    { seed: 5, numRuns: 50 },
  )
})

test.each([
  ['nothing', null],
  ['no reason', { ...waiver, reason: ' ' }],
  ['no approver', { ...waiver, approver: undefined }],
  ['no day', { ...waiver, expires: '2026-02-30' }],
  ['values that are no texts', { ...waiver, values: [{ at: '/a', raw: 12 }] }],
  ['an unknown key', { ...waiver, until: '2026-12-31' }],
  ['another rule’s fingerprint', { ...waiver, rule: 'sum/requests-row' }],
])('an entry with %s is malformed', (_, entry) => {
  expect(parseWaiver(entry)).toHaveProperty('problems')
  expect(parseWaiver(waiver)).toEqual({ waiver })
})
