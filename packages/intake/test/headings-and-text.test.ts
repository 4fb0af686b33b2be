import { describe, expect, test } from 'vitest'
import { renderReport } from './support/render-report.js'
import { form, numbered, readText, rowsOf } from './support/sample-report.js'

const full = numbered()
const text = renderReport(full, form, 'lines')
const change = (...changes: readonly (readonly [string | RegExp, string])[]) =>
  readText(changes.reduce((edited, [from, to]) => edited.replace(from, to), text))
const outline = (report: ReturnType<typeof readText>) =>
  report.document?.outline.map(({ heading, section }) => [heading, section ?? null])
const canonical = form.sections.map(({ id, ordinal, heading }) => [`${ordinal}、${heading}`, id])
const withHeading = (at: number, heading: string, section: string | null = canonical[at]![1]!) =>
  canonical.map((entry, index) => (index === at ? [heading, section] : entry))

describe('headings', () => {
  test.each([
    [0, '一、总体概述'],
    [0, '一、 总体情况：'],
    [0, '总体情况'],
    [1, '2、主动公开政府信息情况'],
    [1, '2.行政机关主动公开政府信息情况'],
    [1, '三、主动公开政府信息情况'],
    [3, '四、政府政府信息公开行政复议、行政诉讼情况'],
    [3, '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
    [4, '五、存在的主要问题和改进情况'],
    [0, '一、工作基本情况'],
    [2, '三、依申请公开政府信息情况'],
    [4, '五、不足与打算'],
  ])('section %i: %s', (at, heading) => {
    const report = change([canonical[at]![0]!, heading])
    expect(outline(report)).toEqual(withHeading(at, heading))
    expect(report.sections[canonical[at]![1]!]?.heading).toBe(heading)
    expect(rowsOf(report)).toEqual(rowsOf(full))
  })

  test('all Arabic, and numbering begun again', () => {
    const arabic = canonical.map(([heading], at) => [heading!.replace(/^.、/, `${at + 1}、`), canonical[at]![1]])
    const report = change(...canonical.map(([heading], at) => [heading!, arabic[at]![0]!] as const))
    expect(outline(report)).toEqual(arabic)
    const again = change([canonical[3]![0]!, canonical[3]![0]!.replace('四', '一')])
    expect(outline(again)).toEqual(withHeading(3, canonical[3]![0]!.replace('四', '一')))
  })

  test('a heading on two lines', () => {
    const report = change(['三、收到和处理政府信息公开申请情况', '三、收到和处理政府信息公\n\n开申请情况'])
    expect(outline(report)).toEqual(canonical)
    expect(report.sections.requests?.text).toBe('')
  })

  test('text on the line of its heading', () => {
    const report = change([/六、其他需要报告的事项\n[\s\S]*/, '六、其他需要报告的事项：无。\n'])
    expect(outline(report)).toEqual(canonical)
    expect(report.sections.other?.text).toBe('无。')
    const bracketed = change([/六、其他需要报告的事项\n[\s\S]*/, '六、其他需要报告的事项（无）\n'])
    expect(outline(bracketed)).toEqual(canonical)
    expect(bracketed.sections.other?.text).toMatch(/无/)
  })

  test('an unknown one after the last is listed without a section', () => {
    const report = readText(`${text}\n七、附录\n\n无\n`)
    expect(outline(report)).toEqual([...canonical, ['七、附录', null]])
  })

  test('numbered paragraphs and sub-heads are text', () => {
    const lines = [
      '1、完成网站维护工作。',
      '2.推进公开',
      '(一)主动公开情况',
      '一、加强学习',
      '二、统一思想',
      '一是主动公开政府信息情况良好。',
      '二、主动公开政府信息情况良好,全年没有出现问题,也没有收到投诉,今后将继续努力做好各项工作。',
    ]
    const report = change(['一段文字,说明有关情况。', lines.join('\n\n')])
    expect(outline(report)).toEqual(canonical)
    expect(report.sections.overview?.text).toBe([...lines, '又一段文字,说明其他情况。'].join('\n'))
  })

  test('a sub-head with the words of a heading gives way to the numbered heading', () => {
    const report = change(['一段文字,说明有关情况。', '1.主动公开政府信息情况\n\n一段文字,说明有关情况。'])
    expect(outline(report)).toEqual(canonical)
    expect(report.sections.overview?.text).toContain('1.主动公开政府信息情况')
  })

  test('all bracketed, and a bracketed sub-head', () => {
    const bracketed = canonical.map(([heading], at) => [heading!.replace(/^(.)、/, '($1)'), canonical[at]![1]])
    const report = change(...canonical.map(([heading], at) => [heading!, bracketed[at]![0]!] as const))
    expect(outline(report)).toEqual(bracketed)
    const subhead = change(['一段文字,说明有关情况。', '(一)主动公开政府信息情况\n\n一段文字,说明有关情况。'])
    expect(outline(subhead)).toEqual(canonical)
  })

  test('a table of contents is none of the outline', () => {
    const contents = `目录\n\n${canonical.map(([heading]) => heading).join('\n\n')}\n\n`
    expect(outline(change([canonical[0]![0]!, contents + canonical[0]![0]]))).toEqual(canonical)
  })

  test('a heading over a sub-head with the same words is no table of contents', () => {
    const report = change(['一段文字,说明有关情况。', '1.总体情况\n\n一段文字,说明有关情况。'])
    expect(outline(report)).toEqual(canonical)
    expect(report.sections.overview?.text).toContain('1.总体情况')
  })

  test('sections out of order are listed in the order of the document', () => {
    const report = change(
      ['五、存在的主要问题及改进情况', '六、其他需要报告的事项'],
      [/六、其他需要报告的事项(?![\s\S]*六、)/, '五、存在的主要问题及改进情况'],
    )
    expect(report.document?.outline.map(({ section }) => section).slice(4)).toEqual(['other', 'problems'])
  })
})

describe('text', () => {
  test('page furniture is no text', () => {
    const furniture = ['打印 关闭', '【打印】 【关闭】', '字体大小:[大 中 小]', '打印本页 | 关闭窗口', '- 12 -', '3']
    const report = readText(`${text}\n${furniture.join('\n\n')}\n`)
    expect(report.sections.other?.text).toBe(full.sections.other?.text)
    expect(change([/(六、其他需要报告的事项\n)[\s\S]*/, '$1\n\n打印 关闭']).sections.other).toEqual({
      heading: '六、其他需要报告的事项',
      text: '',
    })
  })

  test('below the web page’s furniture nothing is text', () => {
    const footer = ['分享到：', '某县水务科普知识', '主办：某县人民政府', '2021年5月20日']
    const report = readText(`${text}\n${footer.join('\n\n')}\n`)
    expect(report.sections.other?.text).toBe(full.sections.other?.text)
    for (const line of [
      '责任编辑：张三',
      '浏览次数：126',
      '上一篇：某县某某局2019年政府信息公开工作年度报告',
      'Copyright © 2021',
    ])
      expect(change([/(六、其他需要报告的事项\n)[\s\S]*/, `$1\n${line}`]).sections.other?.text).toBe('')
  })

  const counters = [
    '浏览次数：1234',
    '浏览次数： 1234 次',
    '访问量 5678 次',
    '网站总访问量:５６７８',
    '您是第 12345 位访客',
    '您是本站第12345位访问者',
    '【本文已被浏览 126 次】',
  ]

  test.each(counters)('a counter below the report is no text: %s', (counter) => {
    const end = full.sections.other?.text
    expect(readText(`${text}\n${counter}\n`).sections.other?.text).toBe(end)
    expect(readText(`${text}\n${counter}\n某某网站欢迎您\n`).sections.other?.text).toBe(end)
    const unsigned = text.replace(/某县某某局\n+2021年1月20日/, '')
    expect(unsigned).not.toBe(text)
    expect(readText(`${unsigned}\n${counter}\n打印 关闭\n`).sections.other?.text).toBe(end)
    const above = text.replace(/某县某某局\n+2021年1月20日/, `${counter}\n\n$&`)
    expect(readText(above).sections.other?.text).toBe(end)
  })

  test.each(['访问量 5678 次', '网站访问量5678次'])('a figure among paragraphs is text: %s', (line) => {
    for (const [paragraph, section] of [
      ['一段文字,说明有关情况。', 'overview'],
      [/一段文字,说明有关情况。(?=\s*又一段文字,说明其他情况。\s*某县)/, 'other'],
    ] as const)
      expect(change([paragraph, `${line}\n\n$&`]).sections[section]?.text).toContain(line)
  })

  test.each(['全年网站访问量5678次。', '网站访问量5678万次，同比增长3%', '访问量稳步上升', '本站是第一位'])(
    'prose of visits at the end is text: %s',
    (line) => {
      const report = change([/(又一段文字,说明其他情况。)(?=\s*某县)/, `$1\n\n${line}`])
      expect(report.sections.other?.text).toBe(`${full.sections.other?.text}\n${line}`)
    },
  )

  test('text after a lost heading belongs to the section before', () => {
    const report = change(['五、存在的主要问题及改进情况\n', '\n'])
    expect(report.sections).not.toHaveProperty('problems')
    expect(report.sections.disputes?.text).toBe(full.sections.problems?.text)
  })

  test('numbers in a section that has lost its table are unplaced there', () => {
    const report = change([/(四、政府信息公开行政复议、行政诉讼情况\n)[\s\S]*?(?=\n1187)/, '$1'])
    expect(report.sections.disputes).not.toHaveProperty('tables')
    expect(report.document?.unplaced).toHaveLength(15)
    expect(report.document?.unplaced[0]).toMatchObject({ pointer: '/sections/disputes', text: '1187' })
  })

  test('headers whose second halves are lost are listed as they are', () => {
    const report = change(
      ['本年新\n\n制作数量\n\n本年新\n\n公开数量', '本年新\n\n本年新'],
      ['处理决定数量', '处理决定数量\n\n(指2020年办件量)'],
    )
    expect(rowsOf(report)).toEqual(rowsOf(full))
    expect(report.document?.headers['/sections/disclosure/tables/regulations']?.slice(0, 6)).toEqual([
      '本年新',
      '本年新',
      '对外公开总数量',
      '上一年项目数量',
      '本年增/减',
      '处理决定数量(指2020年办件量)',
    ])
  })

  test('places name line and column', () => {
    const report = readText(renderReport(full, form, 'tabs'))
    const lines = renderReport(full, form, 'tabs').split('\n')
    const places = report.document?.places ?? {}
    for (const [pointer, cell] of [
      ['/sections/requests/tables/requests/rows/refusedStateSecret/total', '1060'],
      ['/sections/disputes/tables/disputes/rows/suitAfterReview/total', '1201'],
      ['/sections/disclosure/tables/regulations/rows/fees/itemsChange', '1023'],
      ['/sections/problems/heading', '五、存在的主要问题及改进情况'],
      ['/sections/requests/tables/requests/rows/refusedStateSecret', '1.属于国家秘密'],
      ['/title', full.title ?? ''],
    ] as const) {
      const { line = 0, column = 0 } = places[pointer] ?? {}
      expect(lines[line - 1]?.slice(column - 1).startsWith(cell)).toBe(true)
    }
  })
})
