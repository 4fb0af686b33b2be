import { splitOrdinal } from '@gouji/core'
import { describe, expect, test } from 'vitest'
import { layouts } from '../../packages/intake/test/support/render-report.js'
import { audit, edition2020, raised, readText } from '../support/editions.js'

const { cleanReport, pack, textOf } = edition2020

const { sections } = pack.form

/** The clean report's text with its headings written in another way. */
const written = (layout: (typeof layouts)[number], write: (ordinal: string, heading: string) => string) =>
  sections.reduce(
    (text, { ordinal, heading }) => text.replace(`${ordinal}、${heading}`, write(ordinal ?? '', heading)),
    textOf(cleanReport(), layout),
  )

const ways: readonly (readonly [string, (ordinal: string, heading: string) => string])[] = [
  ['第一部分 总体情况', (ordinal, heading) => `第${ordinal}部分 ${heading}`],
  ['第一部分　总体情况', (ordinal, heading) => `第${ordinal}部分　${heading}`],
  ['第一部分、总体情况', (ordinal, heading) => `第${ordinal}部分、${heading}`],
  ['第一部分:总体情况', (ordinal, heading) => `第${ordinal}部分:${heading}`],
  ['第一部分：总体情况', (ordinal, heading) => `第${ordinal}部分：${heading}`],
  ['第一部分总体情况', (ordinal, heading) => `第${ordinal}部分${heading}`],
  ['第一部分, 总体情况 on the next line', (ordinal, heading) => `第${ordinal}部分\n${heading}`],
  ['一 总体情况', (ordinal, heading) => `${ordinal} ${heading}`],
  ['一　总体情况', (ordinal, heading) => `${ordinal}　${heading}`],
  ['一  总体情况', (ordinal, heading) => `${ordinal}  ${heading}`],
]

describe.each(ways)('%s', (_, write) => {
  test.each(layouts)('is read, and no rule speaks of it, as %s', (layout) => {
    const report = readText(written(layout, write))
    expect(report.document?.outline.map(({ section }) => section)).toEqual(sections.map(({ id }) => id))
    const result = audit(report)
    expect(raised(result)).toEqual([])
    expect(result.rules.find(({ rule }) => rule.id === 'structure/heading-number')?.verdict).toBe('pass')
  })

  test('a wrong number is found', () => {
    const report = readText(written('tabs', (ordinal, heading) => write(ordinal === '三' ? '二' : ordinal, heading)))
    expect(raised(audit(report))).toEqual(['warning structure/heading-number'])
  })
})

const onOneLine = ways.filter(([, write]) => !write('六', '').includes('\n'))

test.each(onOneLine)('text on the line of the last heading is its text: %s', (_, write) => {
  const text = written('tabs', write).replace(/(其他需要报告的事项)\n.*/, '$1：无。')
  expect(readText(text).sections.other?.text).toBe('无。')
})

test.each([
  '一 是加强组织领导',
  '一是加强组织领导',
  '二 十四五规划公开',
  '一 般',
  '三 年来我局做好公开工作，成效明显。',
  '一般公共预算',
  '第一部分是总体情况',
  '总体情况 一 二',
])('no ordinal: %s', (text) => {
  expect(splitOrdinal(text)).toMatchObject({ style: 'none' })
})

test.each([
  ['一、本年新收政府信息公开申请数量', 'chinese', 1, '本年新收政府信息公开申请数量'],
  ['(一)予以公开', 'bracketed', 1, '予以公开'],
  ['（七） 总计', 'bracketed', 7, '总计'],
  ['1.属于国家秘密', 'arabic', 1, '属于国家秘密'],
  ['（1）属于国家秘密', 'bracketedArabic', 1, '属于国家秘密'],
  ['十二　附件目录', 'chinese', 12, '附件目录'],
])('ordinal of %s', (text, style, value, rest) => {
  expect(splitOrdinal(text)).toEqual({ style, value, rest })
})

test('prose that opens with a numeral and white space stays text', () => {
  const report = cleanReport()
  const lines = ['一 是加强学习', '二 个方面推进公开', '第二部分内容详见附件', '三 年来稳步推进。']
  report.sections.overview!.text = lines.join('\n')
  const read = readText(textOf(report, 'tabs'))
  expect(read.document?.outline).toHaveLength(6)
  expect(read.sections.overview?.text).toBe(lines.join('\n'))
})
