import { describe, expect, test } from 'vitest'
import { applyGiven, type Given } from '../src/index.js'
import { form, readText } from './support/sample-report.js'

const title = '某县某某局2020年政府信息公开工作年度报告'
const make = (top: string, end = '', overview = '一段文字,说明有关情况。') =>
  `${top}\n\n一、总体情况\n\n${overview}\n\n二、主动公开政府信息情况\n\n略。\n\n六、其他需要报告的事项\n\n无\n\n${end}\n`

describe('title', () => {
  test.each([
    [title, '某县某某局', 2020],
    ['2020年某县某某局政府信息公开工作年度报告', '某县某某局', 2020],
    ['某 县 某某局\n2020年政府信息公开工作年度报告', '某县某某局', 2020],
    ['某县某某局2020年政府信息公开工作\n年度报告', '某县某某局', 2020],
    ['某县某某局2020年度政府信息公开年度报告', '某县某某局', 2020],
    ['某市某镇人民政府二〇二〇年政府信息公开工作年度报告', '某市某镇人民政府', 2020],
    ['某县某某局政府信息公开工作年度报告（2020年）', '某县某某局', 2020],
    ['某县某某局关于2020年政府信息公开工作年度报告', '某县某某局', 2020],
    [
      '首页 > 信息公开年度报告\n名称:2020年政府信息公开工作年度报告\n某县某某局2020年政府信息公开工作年度报告',
      '某县某某局',
      2020,
    ],
  ])('%s', (top, body, year) => {
    const report = readText(make(top))
    expect(report).toMatchObject({ body: { name: body }, year, yearFrom: 'title' })
    expect(report.title).not.toMatch(/\s/)
  })

  test('none: the body comes from the page, the year from the publication', () => {
    const report = readText(make('发布日期:2021-01-15 09:53信息来源:某县某某局'))
    expect(report).not.toHaveProperty('title')
    expect(report).toMatchObject({
      year: 2020,
      yearFrom: 'published',
      body: { name: '某县某某局', kind: 'department', rank: 'county' },
    })
  })
})

describe('year', () => {
  test('the stated period goes before the title', () => {
    const period = '本报告所列数据的统计期限自2019年1月1日起至2019年12月31日止。'
    expect(readText(make(`${title}\n\n${period}`))).toMatchObject({ year: 2019, yearFrom: 'period', preface: period })
    expect(readText(make(title, '', period))).toMatchObject({ year: 2019, yearFrom: 'period' })
  })

  test.each(['2019-01-01至2019-12-31', '二〇一九年一月一日至十二月三十一日', '2019年1月至12月', '2019年度'])(
    'a stated period of %s is the report’s, and no day of publication',
    (range) => {
      const period = `统计期限为${range}。`
      const report = readText(make(`${title}\n\n${period}`))
      expect(report).toMatchObject({ year: 2019, yearFrom: 'period', preface: period })
      expect(report).not.toHaveProperty('publishedOn')
    },
  )

  test('a period over two years has a slip, and the title tells better', () => {
    const period = '本报告所列数据的统计期限自2020年1月1日起至2021年12月31日止。'
    expect(readText(make(`${title}\n\n${period}`))).toMatchObject({ year: 2020, yearFrom: 'title' })
    expect(readText(make(period))).toMatchObject({ year: 2021, yearFrom: 'period' })
  })

  test('a period whose digits are lost says nothing', () => {
    expect(readText(make(title, '', '统计期限自年1月1日起至年12月31日止。'))).toMatchObject({
      year: 2020,
      yearFrom: 'title',
    })
  })

  test('nothing says it', () => {
    const report = readText(make(''))
    expect(report.year).toBeNull()
    expect(report).not.toHaveProperty('yearFrom')
  })
})

describe('publication', () => {
  test.each([
    ['某县某某局\n\n2021年1月15日', '2021-01-15'],
    ['二〇二一年一月十五日', '2021-01-15'],
    ['某县某某局 2021年1月5日', '2021-01-05'],
    ['2021 年 1 月 15 日\n\n打印 关闭', '2021-01-15'],
    ['某县某某局\n\n2021-01-15', '2021-01-15'],
  ])('signed: %s', (end, date) => {
    const report = readText(make(`${title}\n\n发布日期:2021-02-20`, end))
    expect(report.publishedOn).toEqual({ date, from: 'report' })
    expect(report.sections.other?.text).toBe('无')
    expect(report).not.toHaveProperty('preface')
    expect(report.document?.places['/publishedOn']).toBeDefined()
  })

  test.each([
    [`${title}\n\n发布日期:2021-01-15 09:53 来源:某县某某局`, ''],
    [`${title}\n\n来源:某县某某局发布时间：2021年1月15日`, ''],
    [title, '发布时间:2021/1/15'],
    [`${title}\n\n日期：2021-01-15`, ''],
    [`${title}\n\n2021-01-15 10:00`, ''],
  ])('on the page: %s %s', (top, end) => {
    const report = readText(make(top, end))
    expect(report.publishedOn).toEqual({ date: '2021-01-15', from: 'page' })
    expect(report).not.toHaveProperty('preface')
    expect(report.sections.other?.text).toBe('无')
  })

  test('days that the calendar lacks, and other dates, are no publication', () => {
    for (const end of ['2021年2月30日', '截至2021年1月15日共收到3件']) {
      const report = readText(make(title, end))
      expect(report).not.toHaveProperty('publishedOn')
      expect(report.sections.other?.text).toBe(`无\n${end}`)
    }
    expect(readText(make(`${title}\n\n统计截止日期:2020年12月31日`))).not.toHaveProperty('publishedOn')
  })
})

describe('given', () => {
  const given: Given = { year: 2018, body: '某市人民政府', published: '2019-03-01' }

  test('goes before what the document says', () => {
    const report = readText(make(title, '2021年1月15日'), given)
    expect(report).toMatchObject({
      year: 2018,
      yearFrom: 'given',
      body: { name: '某市人民政府', kind: 'government', rank: 'city' },
      publishedOn: { date: '2019-03-01', from: 'given' },
      document: { inferred: ['/body/kind', '/body/rank'] },
    })
    const kind = readText(make(title), { kind: 'unknown', rank: 'city' })
    expect(kind.body).toEqual({ name: '某县某某局', kind: 'unknown', rank: 'city' })
    expect(kind.document?.inferred).toEqual([])
  })

  test('on report JSON, which keeps what it states', () => {
    const stated = { schemaVersion: 1, body: { name: '某办公室', kind: 'department' }, sections: {} } as const
    expect(applyGiven(stated, form, {})).toEqual(stated)
    expect(applyGiven(stated, form, { body: '某县人民政府', year: 2020 })).toEqual({
      schemaVersion: 1,
      year: 2020,
      yearFrom: 'given',
      body: { name: '某县人民政府', kind: 'department', rank: 'county' },
      sections: {},
    })
  })
})
