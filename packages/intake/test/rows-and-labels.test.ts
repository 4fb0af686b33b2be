import { describe, expect, test } from 'vitest'
import { type Layout, layouts, renderReport } from './support/render-report.js'
import { form, numbered, readText, rowsOf } from './support/sample-report.js'

const full = numbered()
const expected = rowsOf(full)
const edit = (layout: Layout, ...changes: readonly (readonly [string | RegExp, string])[]): string =>
  changes.reduce(
    (text, [from, to]) => {
      const changed = text.replace(from, to)
      if (changed === text) throw new Error(`nothing to change: ${from}`)
      return changed
    },
    renderReport(full, form, layout),
  )
const gap = (layout: Layout) => (layout === 'lines' ? '\n\n' : '\n')
const isLines = (layout: Layout) => layout.startsWith('lines')

describe.each(layouts)('%s', (layout) => {
  const readAs = (...changes: readonly (readonly [string | RegExp, string])[]) => readText(edit(layout, ...changes))
  const intact = (report: ReturnType<typeof readText>) => {
    expect(rowsOf(report)).toEqual(expected)
    expect(report.document).toMatchObject({ oddRows: [], unplaced: [] })
  }

  test('a lost heading loses no table', () => {
    const report = readAs(['二、主动公开政府信息情况\n', '\n'], ['四、政府信息公开行政复议、行政诉讼情况\n', '\n'])
    intact(report)
    expect(report.sections.disputes).not.toHaveProperty('heading')
    expect(report.document?.outline.map(({ section }) => section)).toEqual([
      'overview',
      'requests',
      'problems',
      'other',
    ])
  })

  test('all headings lost, the tables stay', () => {
    const headings = form.sections.map(({ ordinal, heading }) => `${ordinal}、${heading}\n`)
    const report = readText(headings.reduce((text, heading) => text.replace(heading, '\n'), edit(layout)))
    intact(report)
    expect(report.document?.outline).toEqual([])
    expect(Object.keys(report.sections)).toEqual(['disclosure', 'requests', 'disputes'])
  })

  test('labels: full-width, other stops, white space, notes, other brackets', () => {
    intact(
      readAs(
        ['1.属于国家秘密', '１．属于国家秘密'],
        ['2.其他法律行政法规禁止公开', '2、其他法律行政法规禁止公开'],
        ['(一)予以公开', '（一）予以公开'],
        [
          '(二)部分公开(区分处理的,只计这一情形,不计其他情形)',
          '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
        ],
        ['危及“三安全一稳定”', '危及"三安全一稳定"'],
        ['行政处罚', '行 政 处 罚'],
        ['规范性文件', '规范性文件(行政机关制定发布的决定、公告、通告)'],
        ['行政许可', '行政许可(单位:件)'],
      ),
    )
  })

  test('labels with lost and changed characters', () => {
    const report = readAs(
      ['3.危及“三安全一稳定”', '3.危及“安全稳定”'],
      ['4.无正当理由大量反复申请', '4.无正当理由大量反复申清'],
      ['政府集中采购', '政府集中采沟'],
      ['四、结转下年度继续办理', '四、结转下年度继续办'],
      ['行政强制', '行政强刺'],
    )
    intact(report)
    expect(report.document?.labels['/sections/requests/tables/requests/rows/carriedOut']).toBe('四、结转下年度继续办')
  })

  test('a label that resembles two rows names none', () => {
    const report = readAs(['行政处罚', '行政'], ['行政强制', '行政强'])
    expect(report.document?.oddRows[0]).toMatchObject({ label: '行政' })
    expect(report.document?.oddRows[0]).not.toHaveProperty('row')
    expect(rowsOf(report).regulations).not.toHaveProperty('penalties')
    expect(rowsOf(report).requests).toEqual(expected.requests)
  })

  test('a row missing moves no other', () => {
    const pattern = isLines(layout) ? /\(六\)其他处理\n+(?:\d+\n+){7}/ : /(?<=\n)[^\n]*\(六\)其他处理.*\n/
    const report = readAs([pattern, ''])
    const { otherHandling: _, ...others } = expected.requests ?? {}
    expect(rowsOf(report)).toEqual({ ...expected, requests: others })
  })

  test('a row that the form does not know is odd, with its cells', () => {
    const row = ['行政检查', '5', '6', '7']
    const sep = { tabs: '\t', pipes: ' | ', spaces: '   ', space: ' ' }[layout as string] ?? gap(layout)
    const printed = layout === 'pipes' ? `| ${row.join(sep)} |` : row.join(sep)
    const report = readAs([
      isLines(layout) ? /(?=行政强制)/ : /(?=\n.*行政强制)/,
      isLines(layout) ? printed + sep : `\n${printed}`,
    ])
    expect(rowsOf(report)).toEqual(expected)
    expect(report.document?.oddRows).toMatchObject([
      { label: '行政检查', cells: ['5', '6', '7'], table: '/sections/disclosure/tables/regulations' },
    ])
    expect(report.document?.oddRows[0]).not.toHaveProperty('row')
  })

  test('a column that header and rows both lack is absent', () => {
    const text = edit(layout)
    const report = readText(
      isLines(layout)
        ? text
            .replace(/社会公益组织\n+/, '')
            .replace(/(一、本年新收[\s\S]*?)(?=四、政府信息公开)/, (part) =>
              part.replace(/(\d{4}\n+\d{4}\n+\d{4}\n+)\d{4}\n+/g, '$1'),
            )
        : text
            .replace(/[\t |]*社会公益组织/, '')
            .replace(/(一、本年新收[\s\S]*?)(?=四、政府信息公开)/, (part) =>
              part.replace(/(\d{4}[\t |]+\d{4}[\t |]+\d{4}[\t |]+)\d{4}[\t |]+/g, '$1'),
            ),
    )
    const without = Object.fromEntries(
      Object.entries(expected.requests ?? {}).map(([id, { nonprofit: _, ...cells }]) => [id, cells]),
    )
    expect(rowsOf(report)).toEqual({ ...expected, requests: without })
    expect(report.document).toMatchObject({ oddRows: [], unplaced: [] })
  })

  test('page numbers with their marks are no cells', () => {
    const text = edit(layout)
    const lines = text.split('\n')
    const at = lines.findIndex((line) => line.includes('属于行政执法案卷')) + (isLines(layout) ? 4 : 1)
    const noise = ['- 3 -', '—3—', '第3页', '第 3 页 共 9 页', '3/10页', '\f4/10']
    intact(readText([...lines.slice(0, at), ...noise, ...lines.slice(at)].join('\n')))
  })

  test('a page break inside a row moves no cell', () => {
    const text = edit(layout)
    intact(
      readText(
        isLines(layout) ? text.replace(/(1101\n+)(1102)/, '$1\n\n\f$2') : text.replace(/\n(?=.*5\.属于三类)/, '\n\f'),
      ),
    )
  })
})
