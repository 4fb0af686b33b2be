import { findPeriod } from '@gouji/core'
import { describe, expect, test } from 'vitest'
import { audit, edition2020, raised } from '../support/editions.js'

const { cleanReport, pack } = edition2020

const words = pack.form.period?.words ?? []

const days = (text: string, announcing = words) => {
  const { readable, from, to } = findPeriod(text, announcing) ?? {}
  const number = (day = { year: 0, month: 0, day: 0 }) => day.year * 10000 + day.month * 100 + day.day
  return readable === undefined ? null : readable ? [number(from), number(to)] : 'unreadable'
}

const auditOf = (period: string) => {
  const report = cleanReport()
  report.preface = report.preface.replace(/所列数据.*/u, `${period}。`)
  return audit(report)
}

const verdict = (period: string) => auditOf(period).rules.find(({ rule }) => rule.id === 'date/period')?.verdict

const whole = [
  '2020年1月1日起至2020年12月31日',
  '２０２０年１月１日至１２月３１日',
  '2020年1月1日起，至2020年12月31日',
  '2020年度（1月1日至12月31日',
  '2020.1.1-2020.12.31',
  '2020．01．01—2020．12．31',
  '2020.1.1-12.31',
  '2020/1/1—2020/12/31',
  '2020-01-01至2020-12-31',
  '2020-01-01 - 2020-12-31',
  '２０２０-０１-０１～２０２０-１２-３１',
  '二〇二〇年一月一日至二〇二〇年十二月三十一日',
  '二○二○年一月一日起至十二月三十一日',
  '二零二零年元月一日至二零二零年十二月三十一日',
  '2020年1月至12月',
  '2020年1月—12月',
  '2020年1-12月',
  '2020年１月至２０２０年１２月底',
  '二〇二〇年一月至十二月',
]

describe.each(whole)('%s', (range) => {
  test('is the whole year, announced or not, and raises nothing', () => {
    expect(days(`统计期限为${range}。`)).toEqual([20200101, 20201231])
    expect(days(`本报告涵盖${range}的工作。`)).toEqual([20200101, 20201231])
    expect(raised(auditOf(`统计期限为${range}`))).toEqual([])
    expect(verdict(`本报告涵盖${range}的工作`)).toBe('pass')
  })

  test('evidence is the words as they stand', () => {
    const text = `本报告所列数据的统计期限自${range}止。`
    const { index = -1, text: found = '' } = findPeriod(text, words) ?? {}
    expect(text.slice(index, index + found.length)).toBe(found)
    expect(range.startsWith(found)).toBe(true)
  })
})

test.each(['统计期限为2020年度', '统计期限：二〇二〇年度', '所列数据均为2020年度数据', '统计时限为2020年全年'])(
  '%s: a year behind a word',
  (text) => {
    expect(days(text)).toEqual([20200101, 20201231])
    expect(verdict(text)).toBe('pass')
  },
)

test.each([
  ['2020.1.1-2020.11.30', 20200101, 20201130],
  ['2020年1月至11月', 20200101, 20201130],
  ['2020年1月至2月', 20200101, 20200229],
  ['2019-01-01至2019-12-31', 20190101, 20191231],
  ['2020/1/1—2021/12/31', 20200101, 20211231],
  ['二〇二〇年一月一日至二〇二〇年三月三十一日', 20200101, 20200331],
  ['2020年度（1月1日至11月30日）', 20200101, 20201130],
  ['2020年度1至6月', 20200101, 20200630],
  ['2019年度', 20190101, 20191231],
])('%s is wrong, and found', (range, from, to) => {
  expect(days(`统计期限为${range}`)).toEqual([from, to])
  expect(verdict(`统计期限为${range}`)).toBe('fail')
})

test.each([
  '年1月1日至年12月31日',
  '2020.1.1-2020.13.31',
  '2020.1.1-2020/12/31',
  '2020.1-2020.12',
  '2020年2月30日至12月31日',
  '2020年1月至13月',
  '2020年1月至12月31',
  '2020年1月1日至12月',
  '2020年度上半年',
  '2020年度，即1月1日至11月30日',
  '20200101-20201231',
  '2020年度第一季度',
])('%s is no period that can be read', (range) => {
  expect(days(`统计期限为${range}。`)).toBe('unreadable')
  expect(verdict(`统计期限为${range}`)).toBe('notAssessable')
})

test.each([
  '我局于2020.3.1-2020.4.30组织培训。',
  '2020年1月至6月共受理3件。',
  '2020年度共受理3件。',
  '受理数与2019年1月至12月相比下降。',
  '2019年1月至12月受理3件，2020年1月至12月受理4件。',
  '2020年1月1日、2020年12月31日',
  '联系电话2020-12-31-2020',
  '一年来',
])('%s mentions dates and states no period', (text) => {
  expect(days(text)).toBeNull()
})

test('months behind a word and a comma are no period of the report', () => {
  expect(days('统计数据显示，2020年1月至6月共受理3件。')).toBe('unreadable')
})
