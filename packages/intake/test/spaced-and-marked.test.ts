import { expect, test } from 'vitest'
import { renderReport } from './support/render-report.js'
import { form, numbered, readText, rowsOf } from './support/sample-report.js'

const full = numbered()
const expected = rowsOf(full)
const spaced = renderReport(full, form, 'space')
const intact = (text: string) => {
  const report = readText(text)
  expect(rowsOf(report)).toEqual(expected)
  expect(report.document).toMatchObject({ oddRows: [], unplaced: [] })
  return report
}

test('single spaces part a group, its first row and the numbers', () => {
  intact(spaced.replace('(三)不予公开\n1.属于国家秘密', '(三)不予公开 1.属于国家秘密'))
})

test('single spaces between some numbers, wide gaps between others', () => {
  intact(renderReport(full, form, 'spaces').replace(/(\d{4}) {3}(\d{4}) {3}(\d{4})/g, '$1 $2   $3'))
})

test('a row that lacks a number is no blank row and no other label', () => {
  const report = readText(spaced.replace('行政事业性收费 1022 1023', '行政事业性收费 1022'))
  expect(rowsOf(report).regulations?.fees).toEqual({})
  expect(report.document?.labels['/sections/disclosure/tables/regulations/rows/fees']).toBe('行政事业性收费')
  expect(report.document?.unplaced).toMatchObject([
    { pointer: '/sections/disclosure/tables/regulations/rows/fees', text: '1022' },
  ])
})

test('a placeholder that is a word', () => {
  const report = readText(spaced.replace(/行政许可 (\d+) .*/, '行政许可 $1 无 无'))
  expect(rowsOf(report).regulations?.permits).toEqual({
    ...expected.regulations?.permits,
    itemsChange: '无',
    decisions: '无',
  })
})

test('numbers that may be one are not parted', () => {
  const report = readText(spaced.replace(/^1187 .*$/m, '1 234 567'))
  expect(rowsOf(report).disputes).not.toMatchObject({ review: { upheld: 1 } })
})

test('Markdown’s marks are no part of a heading or a cell', () => {
  const marked = renderReport(full, form, 'pipes')
    .replace(/^([一二三四五六]、[^|\n]+)$/gm, '## $1')
    .replaceAll('规章 |', '**规章** |')
    .replace('| 1001 |', '| **1001** |')
  const report = intact(marked)
  expect(report.document?.outline.map(({ heading }) => heading)).toEqual(
    form.sections.map(({ ordinal, heading }) => `${ordinal}、${heading}`),
  )
  expect(
    intact(renderReport(full, form, 'tabs').replace(/^([一二三四五六]、[^\t\n]+)$/gm, '**$1**')).sections.other
      ?.heading,
  ).toBe('六、其他需要报告的事项')
})
