import { type Audit, openGate, type Result, seenValues, type Waiver } from '@gouji/core'
import { toAuditRecord } from '@gouji/reporters'
import { expect, test } from 'vitest'
import { GRANTED, judge, TOTAL } from './judged.js'

/** The result of an earlier run of these audits, by path. */
const resultOf = (audits: Readonly<Record<string, Audit>>): Result => ({
  schemaVersion: 1,
  tool: { name: 'gouji', version: '0' },
  asOf: '2026-01-01',
  lang: 'zh',
  run: { options: {}, files: [] },
  audits: Object.entries(audits).map(([path, audit]) =>
    toAuditRecord(audit, { path, mediaType: 'application/json', sha256: '' }, 'zh'),
  ),
  packs: [],
  failures: [],
  notices: [],
  executionSuccessful: true,
})
const settle = (
  audit: Audit,
  before: Readonly<Record<string, Audit>>,
  { path = 'a.json', failOnNew = true, waivers = [] as readonly Waiver[] } = {},
): Audit =>
  openGate({ failOn: 'error', asOf: '2026-03-01', baseline: resultOf(before), failOnNew, waivers }).settle(audit, path)
const states = ({ findings }: Audit) =>
  Object.fromEntries(findings.map(({ fingerprint, baseline }) => [fingerprint, baseline]))

const old = judge({ [TOTAL]: 901 })
const REVIEW = 'sum/disputes-group:review'

test('findings are new, unchanged, changed or gone; only a new one blocks', () => {
  expect(settle(old, { 'a.json': old })).toMatchObject({
    verdict: 'pass',
    counts: { baseline: { unchanged: 1, new: 0 } },
  })
  const other = settle(judge({ [TOTAL]: 902 }), { 'a.json': old })
  expect(states(other)).toEqual({ [REVIEW]: 'changed' })
  expect(other.verdict).toBe('pass')
  const more = settle(judge({ [TOTAL]: 901, [GRANTED]: 999 }), { 'a.json': old })
  expect(states(more)).toMatchObject({ [REVIEW]: 'unchanged', 'sum/requests-row:granted': 'new' })
  expect(more.verdict).toBe('fail')
  const mended = settle(judge({}), { 'a.json': old })
  expect(mended.gone!.map(({ fingerprint }) => fingerprint)).toEqual([REVIEW])
  expect(mended.counts.baseline).toEqual({ new: 0, unchanged: 0, changed: 0, gone: 1 })
})

test('without --fail-on-new they are only marked', () => {
  expect(settle(old, { 'a.json': old }, { failOnNew: false })).toMatchObject({
    verdict: 'fail',
    counts: { baseline: { unchanged: 1 } },
  })
})

test('a report that the baseline does not have has new findings only', () => {
  const other = { ...old, body: { ...old.body, name: '别的局' } }
  expect(states(settle(old, { 'a.json': other }))).toEqual({ [REVIEW]: 'new' })
  expect(states(settle(old, { 'a.json': { ...old, year: 2022 } }))).toEqual({ [REVIEW]: 'new' })
})

test('a report is known again under another path, and of two of one body by its own', () => {
  expect(states(settle(old, { 'b.json': old }))).toEqual({ [REVIEW]: 'unchanged' })
  const clean = judge({})
  const before = { 'a.json': clean, 'b.json': old }
  expect(states(settle(old, before, { path: 'a.json' }))).toEqual({ [REVIEW]: 'new' })
  expect(states(settle(old, before, { path: 'b.json' }))).toEqual({ [REVIEW]: 'unchanged' })
})

test('a finding that was waived then and is open now is new', () => {
  const { rule, fingerprint, evidence } = old.findings[0]!
  const waiver: Waiver = {
    body: old.body.name!,
    year: old.year!,
    rule: rule.id,
    fingerprint,
    values: seenValues(evidence),
    reason: 'r',
    approver: 'a',
    expires: '2026-12-31',
  }
  const waivedThen = openGate({ failOn: 'error', asOf: '2026-03-01', waivers: [waiver] }).settle(old, 'a.json')
  expect(settle(old, { 'a.json': waivedThen })).toMatchObject({ verdict: 'fail', findings: [{ baseline: 'new' }] })
  expect(settle(old, { 'a.json': waivedThen }, { waivers: [waiver] })).toMatchObject({
    verdict: 'pass',
    findings: [{ baseline: 'unchanged', waiver: { approver: 'a' } }],
  })
})

test('what cannot be judged any more is not told as gone, and is incomplete', () => {
  const unread = settle(judge({ [TOTAL]: '12abc' }), { 'a.json': old })
  expect(unread.gone).toEqual([])
  expect(unread.findings.every(({ baseline }) => baseline === 'new')).toBe(true)
})
