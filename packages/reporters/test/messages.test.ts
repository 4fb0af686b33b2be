import type { Finding, ReasonCode } from '@gouji/core'
import { failureText, messageOf, reasonText, selectionText, toAuditRecord } from '@gouji/reporters'
import { describe, expect, test } from 'vitest'
import { auditChanged, input, pack } from './audited.js'

const finding = (message: string, data: Record<string, unknown>): Finding => ({
  rule: { ...pack.rules[0]!, message: { zh: message } },
  severity: 'error',
  check: { key: 'a', label: '表三' },
  data,
  evidence: [],
  basis: [],
  fingerprint: 'a:a',
})

describe('messageOf', () => {
  test.each([
    ['{{check}}有 {{ count }} 处', { count: 2 }, '表三有 2 处'],
    ['{{left}} 对 {{right}}', { expected: 7, actual: 6 }, '7 对 6'],
    ['{{leftTerms}}', { leftTerms: ['一', '二'] }, '一 + 二'],
    ['{{items}}', { items: ['甲', '乙'] }, '甲、乙'],
    ['{{items}}', { items: ['甲、乙', '丙'] }, '甲、乙；丙'],
    ['{{items}}', { items: ['1', '2', '3', '4', '5', '6', '7'] }, '1、2、3、4、5、6等 7 项'],
    ['{{items}}', { items: [] }, '无'],
    ['{{value}}', { value: null }, '—'],
    ['{{toString}}', {}, '—'],
  ])('%s', (message, data, expected) => {
    expect(messageOf(finding(message, data), 'zh')).toBe(expected)
  })

  test('falls back to Chinese where a rule has no English', () => {
    expect(messageOf(finding('共 {{count}} 处', { count: 1 }), 'en')).toBe('共 1 处')
  })

  test('leaves no placeholder of any rule unfilled', () => {
    const audit = auditChanged({
      '/sections/requests/tables/requests/rows/granted/natural': 1,
      '/sections/disclosure/tables/regulations/rows/permits/itemsBefore': -500.5,
      '/title': '报告',
    })
    expect(audit.findings.length).toBeGreaterThan(3)
    for (const each of audit.findings)
      for (const lang of ['zh', 'en'] as const) expect(messageOf(each, lang)).not.toMatch(/\{\{|—/)
  })
})

/** Every code, or this does not compile. */
const REASONS = {
  'missing-table': true,
  'missing-row': true,
  'missing-cell': true,
  'unreadable-cell': true,
  'unplaced-text': true,
  'unread-page': true,
  'no-pack': true,
  'not-stated': true,
  'unreadable-date': true,
  'unknown-body': true,
  'blank-total': true,
  'cannot-know': true,
  'no-document': true,
  'other-edition': true,
  'local-row-absent': true,
  condition: true,
  'nothing-to-check': true,
  threw: true,
} satisfies Record<ReasonCode, true>

test.each(Object.keys(REASONS) as ReasonCode[])('the reason %s has a text in both languages', (code) => {
  expect(reasonText({ code }, 'zh')).toMatch(/[\u4e00-\u9fff]/)
  for (const label of [undefined, 'x']) {
    const english = reasonText({ code, ...(label && { label }) }, 'en')
    expect(english).toMatch(/[a-z]/)
    expect(english).not.toMatch(/[\u4e00-\u9fff]/)
  }
})

test('a selection says which years are covered', () => {
  const selection = { code: 'no-pack', year: 2022, packs: [pack.name] } as const
  expect(selectionText(selection, 'zh', [pack])).toBe(
    '没有加载适用于 2022 年度的规则包（已加载：@gouji/rules-2020 2019–2020），未作审核',
  )
  expect(selectionText({ code: 'report-year', year: 2020, packs: [] }, 'en')).toBe('report year 2020')
})

test('a failure says where and what to do', () => {
  expect(failureText('JSON_SYNTAX', 'zh', { line: 3, column: 9, expected: 'colon' })).toBe(
    'JSON 语法错误：第 3 行第 9 列应为冒号，请改正',
  )
  expect(
    failureText('REPORT_SHAPE', 'zh', { problems: [{ pointer: '/yeer', message: 'is not known here' }] }),
  ).toContain('/yeer 是未知的键')
})

test('a record has the keys of the published result, in their order', () => {
  const record = toAuditRecord(auditChanged(), input, 'zh')
  expect(Object.keys(record)).toEqual([
    'input',
    'body',
    'year',
    'yearFrom',
    'pack',
    'selectedBy',
    'verdict',
    'counts',
    'rules',
    'findings',
  ])
})
