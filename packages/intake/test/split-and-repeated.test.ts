import { describe, expect, test } from 'vitest'
import { layouts, renderReport } from './support/render-report.js'
import { form, numbered, readText, rowsOf } from './support/sample-report.js'

const full = numbered()
const expected = rowsOf(full)
const render = (layout: Parameters<typeof renderReport>[2]) => renderReport(full, form, layout)
const intact = (text: string) => {
  const report = readText(text)
  expect(rowsOf(report)).toEqual(expected)
  expect(report.document).toMatchObject({ oddRows: [], unplaced: [] })
  return report
}
const replaceAll = (text: string, changes: readonly (readonly [string, string])[]) =>
  changes.reduce((edited, [from, to]) => {
    expect(edited).toContain(from)
    return edited.replace(from, to)
  }, text)

describe.each(['lines', 'lines-dense'] as const)('%s', (layout) => {
  const gap = layout === 'lines' ? '\n\n' : '\n'

  test('labels over two and three lines', () => {
    const report = intact(
      replaceAll(render(layout), [
        ['二、上年结转政府信息公开申请数量', `二、上年结转政府${gap}信息公开${gap}申请数量`],
        ['三、本年度办理结果', `三、本年度${gap}办理结果`],
        [
          '(二)部分公开(区分处理的,只计这一情形,不计其他情形)',
          `(二)部分公开${gap}(区分处理的,只计这一情形,${gap}不计其他情形)`,
        ],
        ['3.危及“三安全一稳定”', `3.危及“三安${gap}全一稳定”`],
        ['5.要求行政机关确认或重新出具已获取信息', `5.要求行政机关${gap}确认或重新出具${gap}已获取信息`],
        ['四、结转下年度继续办理', `四、结转下年度${gap}继续办理`],
        ['其他对外管理服务事项', `其他对外管理服务${gap}事项`],
        ['行政事业性收费', `行政事业${gap}性收费(按项目计)`],
        ['未经复议直接起诉', `未经复议${gap}直接起诉`],
      ]),
    )
    const labels = report.document?.labels ?? {}
    expect(labels['/sections/requests/tables/requests/rows/carriedIn']).toBe('二、上年结转政府信息公开申请数量')
    expect(labels['/sections/disclosure/tables/regulations/rows/fees']).toBe('行政事业性收费(按项目计)')
  })

  test('halves of a header’s labels, one of them another table’s column', () => {
    const halves = ['结果维持', '结果纠正', '其他结果', '尚未审结', '商业企业', '科研机构']
    intact(
      halves.reduce((text, label) => text.replaceAll(label, label.slice(0, 2) + gap + label.slice(2)), render(layout)),
    )
  })

  test('a title that every page repeats', () => {
    intact(render(layout).replace('1100\n', `1100${gap}某县某某局2020年政府信息公开工作年度报告${gap}`))
  })

  test('values that have no word are values, words are none', () => {
    const report = readText(
      render(layout).replace('1010\n', '×\n').replace('1012\n', 'N\n').replace('1017\n', '详见附件\n'),
    )
    expect(rowsOf(report).regulations?.otherServices).toEqual(expected.regulations?.otherServices)
    expect(rowsOf(report).regulations?.permits).not.toEqual(expected.regulations?.permits)
    expect(rowsOf(report).requests).toEqual(expected.requests)
  })
})

describe.each(layouts)('%s', (layout) => {
  test('captions lost or damaged stay out of the text', () => {
    const report = intact(
      replaceAll(render(layout), [
        ['第二十条第(一)项', '第二十条第(一'],
        ['信息内容', '信息内'],
      ]),
    )
    expect(report.sections.disclosure?.text).toBe('')
  })

  test('the page’s own table comes first', () => {
    const metadata = ['索引号: 0112233  主题分类: 其他', '名称: 某县某某局政府信息公开', '行政许可', '有效性: 有效']
    intact(render(layout).replace(full.preface!, `${metadata.join('\n')}\n${full.preface}`))
  })
})

describe.each(['tabs', 'pipes'] as const)('%s', (layout) => {
  const cell = (cells: readonly string[]) => (layout === 'tabs' ? cells.join('\t') : `| ${cells.join(' | ')} |`)

  test('a grid as wide as its widest row', () => {
    const text = render(layout)
      .replace(/^(\|? ?行政事业性收费.*1023)(.*)$/m, layout === 'tabs' ? '$1\t' : '$1 | |')
      .replace(/^(\|? ?政府集中采购.*1025)(.*)$/m, layout === 'tabs' ? '$1\t' : '$1 | |')
    intact(text)
  })

  test('a header in two rows, its halves one above the other', () => {
    const text = render(layout).replace(
      /信息内容\n[\s\S]*?对外公开总数量.*\n/,
      `${cell(['信息内容', '本年新', '本年新', '对外公开总数量'])}\n${cell(['', '制作数量', '公开数量', ''])}\n`,
    )
    const report = intact(layout === 'pipes' ? text.replace('| | 信息内容', '| 信息内容') : text)
    expect(report.document?.headers['/sections/disclosure/tables/regulations']?.slice(0, 3)).toEqual([
      '本年新制作数量',
      '本年新公开数量',
      '对外公开总数量',
    ])
  })

  test('labels repeated by merged cells', () => {
    const label = '一、本年新收政府信息公开申请数量'
    intact(render(layout).replace(label, [label, label, label].join(layout === 'tabs' ? '\t' : ' | ')))
  })
})

describe.each(layouts)('%s: more than one', (layout) => {
  const text = render(layout)
  const second = text.slice(text.indexOf('第二十条'), text.indexOf('三、收到和处理'))

  test('a second table with other numbers is not placed', () => {
    const report = readText(`${text}\n另一单位的报告,文字说明有关情况如下。\n${second.replaceAll('10', '20')}`)
    expect(rowsOf(report)).toEqual(expected)
    expect(report.document?.unplaced).toMatchObject([{ pointer: '/sections/disclosure/tables/regulations' }])
  })

  test('the same table over again is nothing new', () => {
    intact(`${text}\n原文如下,文字说明有关情况。\n${second}`)
  })
})
