import { expect, test } from 'vitest'
import { renderReport } from './support/render-report.js'
import { form, numbered, readText, rowsOf } from './support/sample-report.js'

const full = numbered()
const tabs = renderReport(full, form, 'tabs')
const closed = renderReport(full, form, 'pipes')
const open = closed.replace(/^\| (.*) \|$/gm, '$1').replace(/^第.*项$/gm, '')
const texts = Array.from({ length: 15 }, (_, at) => String(1187 + at))
const none = { review: {}, directSuit: {}, suitAfterReview: {} }
const others = ({ regulations, requests }: ReturnType<typeof rowsOf>) => ({ regulations, requests })

/** The report without the cells at the end of the row across; of those that stay every third one blank. */
const trim = (text: string, separator: string, kept: number) =>
  text.replace(
    texts.join(separator),
    texts
      .slice(0, kept)
      .map((cell, at) => (at % 3 === 1 && at < kept - 1 ? '' : cell))
      .join(separator),
  )

test.each([14, 13, 10, 6, 2])('tabs, and %i of fifteen cells left: all is unplaced, nothing is shifted', (kept) => {
  const report = readText(trim(tabs, '\t', kept))
  expect(rowsOf(report).disputes).toEqual(none)
  expect(report.document?.oddRows).toEqual([])
  expect(report.document?.unplaced.map(({ text }) => text)).toEqual(
    texts.slice(0, kept).filter((_, at) => !(at % 3 === 1 && at < kept - 1)),
  )
  expect(report.document?.unplaced[0]?.pointer).toBe('/sections/disputes/tables/disputes')
  expect(others(rowsOf(report))).toEqual(others(rowsOf(full)))
})

test('pipes that nothing closes', () => {
  const report = readText(trim(open, ' | ', 13))
  expect(rowsOf(report).disputes).toEqual(none)
  expect(report.document?.oddRows).toEqual([])
  expect(report.document?.unplaced).toHaveLength(9)
})

test('closed pipes: odd, but unplaced below a row of fifteen', () => {
  const odd = readText(trim(closed, ' | ', 13))
  expect(odd.document).toMatchObject({ oddRows: [{ expected: 15 }], unplaced: [] })
  const columns = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const wide = closed.replace(
    /\| 结果维持 .*未经复议直接起诉.*\n.*\n/,
    `| 未经复议直接起诉 | 复议后起诉 |\n| ${[...columns, ...columns, ...columns].join(' | ')} |\n`,
  )
  expect(rowsOf(readText(wide))).toEqual(rowsOf(full))
  const report = readText(trim(wide, ' | ', 13))
  expect(rowsOf(report).disputes).toEqual(none)
  expect(report.document?.oddRows).toEqual([])
  expect(report.document?.unplaced).toHaveLength(9)
})

test('all fifteen with blanks that the tabs show are placed', () => {
  const report = readText(tabs.replace('1200\t1201', '\t').replace('1187', ''))
  expect(rowsOf(report).disputes).toMatchObject({
    review: { upheld: null, corrected: 1188 },
    suitAfterReview: { pending: null, total: null },
  })
  expect(report.document).toMatchObject({ oddRows: [], unplaced: [] })
})
