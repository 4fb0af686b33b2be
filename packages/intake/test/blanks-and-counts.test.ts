import type { Report } from '@gouji/core'
import { describe, expect, test } from 'vitest'
import { renderReport } from './support/render-report.js'
import { form, makeReport, numbered, readText, rowsOf } from './support/sample-report.js'

const full = numbered()
const expected = rowsOf(full)
const render = (layout: Parameters<typeof renderReport>[2]) => renderReport(full, form, layout)
const row = (report: Report, id: string, table = 'regulations') => rowsOf(report)[table]?.[id]
const regulations = '/sections/disclosure/tables/regulations'
const othersIntact = (report: Report, except: readonly string[]) => {
  for (const [table, rows] of Object.entries(expected))
    for (const [id, cells] of Object.entries(rows))
      if (!except.includes(id)) expect(rowsOf(report)[table]?.[id]).toEqual(cells)
}

describe('one cell a line', () => {
  test('a label with nothing under it is a row of blanks, whatever the gap', () => {
    const report = readText(render('lines').replace(/(规章\n)\n1001\n\n1002\n\n1003\n/, '$1\n\n\n'))
    expect(row(report, 'regulations')).toEqual({ made: null, published: null, public: null })
    othersIntact(report, ['regulations'])
    const dense = readText(render('lines-dense').replace(/1001\n1002\n1003\n/, ''))
    expect(row(dense, 'regulations')).toEqual({ made: null, published: null, public: null })
    othersIntact(dense, ['regulations'])
  })

  test('two blank rows one after the other', () => {
    const report = readText(
      render('lines-dense')
        .replace(/1054\n(?:10\d\d\n){6}/, '')
        .replace(/1061\n(?:10\d\d\n){6}/, ''),
    )
    const blank = {
      natural: null,
      business: null,
      research: null,
      nonprofit: null,
      legalService: null,
      other: null,
      total: null,
    }
    const ids = Object.keys(expected.requests ?? {}).filter((id) => row(report, id, 'requests')?.natural === null)
    expect(ids).toHaveLength(2)
    for (const id of ids) expect(row(report, id, 'requests')).toEqual(blank)
    othersIntact(report, ids)
  })

  test('some values missing and the lines do not show where: nothing is guessed', () => {
    for (const layout of ['lines', 'lines-dense'] as const) {
      const report = readText(render(layout).replace(/1011\n+/, ''))
      expect(row(report, 'permits')).toEqual({})
      expect(report.document?.unplaced).toMatchObject([
        { pointer: `${regulations}/rows/permits`, text: '1010' },
        { pointer: `${regulations}/rows/permits`, text: '1012' },
      ])
      othersIntact(report, ['permits'])
    }
  })

  test('a visible gap is a blank cell', () => {
    for (const [layout, gap] of [
      ['lines', '\n\n\n\n'],
      ['lines-dense', '\n\n'],
    ] as const) {
      const report = readText(render(layout).replace(/(1010)\n+1011\n+(1012)/, `$1${gap}$2`))
      expect(row(report, 'permits')).toEqual({ itemsBefore: 1010, itemsChange: null, decisions: 1012 })
      othersIntact(report, ['permits'])
    }
  })

  test('a page number inside a row unplaces the row and shifts nothing', () => {
    for (const layout of ['lines', 'lines-dense'] as const) {
      const report = readText(render(layout).replace(/(1044\n+)(1045)/, '$15\n$2'))
      const id =
        Object.entries(expected.requests ?? {}).find(([, cells]) => Object.values(cells).includes(1044))?.[0] ?? ''
      expect(row(report, id, 'requests')).toEqual({})
      expect(report.document?.unplaced).toHaveLength(8)
      othersIntact(report, [id])
    }
  })

  test('a page number in a row that shows a blank cell: as many texts as cells, and none placed', () => {
    const text = render('lines-dense').replace('1001\n1002\n1003', '1001\n\n1003')
    const report = readText(text.replace(/1010\n1011\n1012/, '1010\n\n7\n1012'))
    expect(row(report, 'regulations')).toEqual({ made: 1001, published: null, public: 1003 })
    expect(row(report, 'permits')).toEqual({})
    othersIntact(report, ['permits', 'regulations'])
  })

  test('one wider gap in a document without blank cells is only a gap', () => {
    for (const layout of ['lines', 'lines-dense'] as const) {
      const report = readText(render(layout).replace(/(1044\n+)(1045)/, layout === 'lines' ? '$1\n\n$2' : '$1\n$2'))
      othersIntact(report, [])
      expect(report.document?.unplaced).toEqual([])
    }
  })

  test('the fifteen cells of the row across: all, none, or unplaced', () => {
    const none = readText(render('lines').replace(/1187\n[\s\S]*1201\n/, '\n'))
    expect(rowsOf(none).disputes?.review).toEqual({
      upheld: null,
      corrected: null,
      otherResult: null,
      pending: null,
      total: null,
    })
    const fourteen = readText(render('lines-dense').replace('1190\n', ''))
    expect(rowsOf(fourteen).disputes).toEqual({ review: {}, directSuit: {}, suitAfterReview: {} })
    expect(fourteen.document?.unplaced).toHaveLength(14)
    expect(fourteen.document?.unplaced[0]?.pointer).toBe('/sections/disputes/tables/disputes')
    const shown = readText(render('lines').replace('1190\n', '\n'))
    expect(rowsOf(shown).disputes?.review).toMatchObject({ otherResult: 1189, pending: null, total: 1191 })
    const pageNumber = readText(render('lines-dense').replace('1201\n', '1201\n8\n'))
    expect(pageNumber.document?.unplaced).toHaveLength(16)
  })

  test('the labels of the row across in another order', () => {
    const text = render('lines')
    const values = text.slice(text.indexOf('1187'))
    const header = ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉']
    const columns = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const labels = [...header, ...columns, ...columns, ...columns].join('\n\n')
    const report = readText(`${text.slice(0, text.indexOf('行政复议\n'))}${labels}\n\n${values}`)
    expect(rowsOf(report)).toEqual(expected)
    const first = readText(
      `${text.slice(0, text.indexOf('行政复议\n'))}${[...columns, ...columns, ...columns, ...header].join('\n\n')}\n\n${values}`,
    )
    expect(rowsOf(first)).toEqual(expected)
  })

  test('a note on its own line belongs to its value', () => {
    const report = readText(render('lines').replace('1004', '22\n\n（其中修订\n\n16件）'))
    expect(row(report, 'normativeDocuments')?.made).toBe('22（其中修订16件）')
    othersIntact(report, ['normativeDocuments'])
  })
})

describe.each(['tabs', 'pipes'] as const)('%s', (layout) => {
  const sep = layout === 'tabs' ? '\t' : ' | '

  test('blanks are exact', () => {
    const report = readText(
      render(layout).replace('1010', '').replace('1012', '').replace('1201', '').replace('1187', ''),
    )
    expect(row(report, 'permits')).toEqual({ itemsBefore: null, itemsChange: 1011, decisions: null })
    expect(rowsOf(report).disputes).toMatchObject({ review: { upheld: null }, suitAfterReview: { total: null } })
    othersIntact(report, ['permits', 'review', 'suitAfterReview'])
  })

  test.each([
    ['one too few', /1011(?:\t| \| )/, ''],
    ['one too many', /1011/, `1011${sep}7`],
  ])('%s: the row is odd, and nothing is shifted', (_, from, to) => {
    const report = readText(render(layout).replace(from, to))
    expect(row(report, 'permits')).toEqual({})
    expect(report.document?.oddRows).toMatchObject([
      { table: regulations, row: `${regulations}/rows/permits`, label: '行政许可', expected: 3 },
    ])
    othersIntact(report, ['permits'])
  })

  test('fourteen cells across with a blank one at their end are odd', () => {
    const report = readText(
      render(layout)
        .replace(/1190(?:\t| \| )/, '')
        .replace('1201', ''),
    )
    expect(rowsOf(report).disputes).toEqual({ review: {}, directSuit: {}, suitAfterReview: {} })
    expect(report.document?.oddRows).toMatchObject([{ table: '/sections/disputes/tables/disputes', expected: 15 }])
  })

  test('the row across after blank and label cells', () => {
    for (const lead of [sep, `数量${sep}`, `${sep}数量${sep}`])
      expect(
        rowsOf(readText(render(layout).replace('1187', `${lead.trimStart() === lead ? lead : lead}1187`))),
      ).toEqual(expected)
  })

  test('a bare number on its own line is a page number', () => {
    const report = readText(render(layout).replace(/\n(?=.*5\.属于三类)/, '\n12\n'))
    expect(rowsOf(report)).toEqual(expected)
    expect(report.document).toMatchObject({ oddRows: [], unplaced: [] })
  })
})

describe('pipes', () => {
  test('with rules, without outer pipes, with blank cells at the ends', () => {
    const report = makeReport((_, id, column) => (column === 'total' && id !== 'received' ? null : 4))
    const bare = renderReport(report, form, 'pipes')
      .replace(/^\| (.*) \|$/gm, '$1')
      .replace(/^(信息内容.*)$/m, '$1\n---|---|---|---')
    expect(rowsOf(readText(bare))).toEqual(rowsOf(report))
  })

  test('merged cells blank after their label, as wide as the grid', () => {
    const text = render('pipes').replace(/^\| ([一二四]、(?:本年新收|上年结转|结转下年度)[^|]*)\|/gm, '| $1| | |')
    expect(text).not.toBe(render('pipes'))
    expect(rowsOf(readText(text))).toEqual(expected)
  })
})

describe('a row with a merged cell’s blank before and a blank cell behind its number', () => {
  const rendered = render('pipes').replace(/\| 行政事业性收费 \|.*/, '| 行政事业性收费 |  | 1022 |  |')

  test('its header’s cells tell where the number stands', () => {
    const report = readText(
      rendered.replace('| 信息内容 | 上一年项目数量 | 本年增/减 |\n', '| 信息内容 |  | 上一年项目数量 | 本年增/减 |\n'),
    )
    expect(row(report, 'fees')).toEqual({ itemsBefore: 1022, itemsChange: null })
    othersIntact(report, ['fees'])
  })

  test('without them the number is unplaced, and the count of cells no fault', () => {
    const report = readText(rendered)
    expect(row(report, 'fees')).toEqual({})
    expect(report.document).toMatchObject({
      oddRows: [],
      unplaced: [{ pointer: `${regulations}/rows/fees`, text: '1022' }],
    })
    othersIntact(report, ['fees'])
  })
})

describe('spaces', () => {
  test('fewer or more values than columns: nothing is guessed', () => {
    for (const to of ['', '1011   1011']) {
      const report = readText(render('spaces').replace('1011', to))
      expect(row(report, 'permits')).toEqual({})
      expect(report.document?.unplaced[0]).toMatchObject({ pointer: `${regulations}/rows/permits`, text: '1010' })
      othersIntact(report, ['permits'])
    }
  })

  test('labels over two and three lines, before and after their values', () => {
    const report = readText(
      render('spaces')
        .replace('5.要求行政机关确认或重新出具已获取信息', '5.要求行政机关确认或\n重新出具已获取信息')
        .replace(/其他对外管理服务事项(.*)/, '其他对外管理服务$1\n事项')
        .replace(/2\.没有现成信息需要另行制作\s+(.*)/, '2.没有现成信息\n$1\n需要另行制作'),
    )
    expect(rowsOf(report)).toEqual(expected)
    expect(report.document?.labels[`${regulations}/rows/otherServices`]).toBe('其他对外管理服务事项')
  })

  test('prose with double spaces or pipes is no row', () => {
    const report = readText(render('spaces').replace('一段文字,说明有关情况。', '全年  公开  8条 | 9条'))
    expect(report.sections.overview?.text).toBe('全年  公开  8条 | 9条\n又一段文字,说明其他情况。')
    expect(rowsOf(report)).toEqual(expected)
  })
})

test('a row with its end trimmed, in a grid that shows merged cells as blanks: no number is put into another cell', () => {
  const rows = [
    '信息内容\t上一年项目数量\t\t本年增/减',
    '行政事业性收费\t\t2',
    '第二十条第(九)项',
    '信息内容\t采购项目数量\t\t采购总金额',
    '政府集中采购\t7\t\t100',
  ]
  const before = ['信息内容\t上一年项目数量\t本年增/减\t处理决定数量', '行政处罚\t3\t1\t5', '行政强制\t4\t1\t6']
  const report = readText(
    ['二、主动公开政府信息情况', '第二十条第(六)项', ...before, '第二十条第(八)项', ...rows].join('\n'),
  )
  expect(row(report, 'fees')).toEqual({})
  expect(report.document?.unplaced).toMatchObject([{ pointer: `${regulations}/rows/fees`, text: '2' }])
})

describe('values that stand apart from their label', () => {
  const apart = (swap: (rows: readonly string[]) => readonly string[]) => {
    const lines = renderReport(numbered(), form, 'tabs').split('\n')
    const at = lines.findIndex((line) => line.includes('3.危及'))
    const [, label, values] = /^(.*?安全一稳定”)\t(.*)$/u.exec(lines[at]!)!
    return readText([...lines.slice(0, at), ...swap([label!, values!]), ...lines.slice(at + 1)].join('\n'))
  }

  test('printed above it, they are not placed, and the row is not known to be blank', () => {
    const report = apart(([label, values]) => [values!, label!])
    expect(rowsOf(report).requests?.refusedSecurityAndStability).toEqual({})
    expect(report.document?.unplaced).toHaveLength(7)
    expect(rowsOf(report).requests?.refusedForbiddenByLaw).toEqual(rowsOf(numbered()).requests?.refusedForbiddenByLaw)
  })

  test('beside the head of its group, they are not placed either', () => {
    const report = apart(([label, values]) => [`(三)不予公开\t${values}`, label!])
    expect(rowsOf(report).requests?.refusedSecurityAndStability).toEqual({})
    expect(report.document?.unplaced.length).toBeGreaterThan(0)
  })

  test('a row without any is blank where nothing else is out of place', () => {
    const report = apart(([label]) => [label!])
    expect(Object.values(rowsOf(report).requests?.refusedSecurityAndStability ?? {})).toEqual(
      Array.from({ length: 7 }, () => null),
    )
  })
})
