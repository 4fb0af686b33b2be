import type { AuditRecord, DocumentNotice, Place } from '@gouji/core'
import { createReporter, type Format, type Lang, toAuditRecord } from '@gouji/reporters'
import { expect, test } from 'vitest'
import { auditChanged, input, pack } from './audited.js'

const CELL = '/sections/disputes/tables/disputes/rows/review/upheld'

const audited = (place: Place | undefined, notices: readonly DocumentNotice[], lang: Lang): AuditRecord =>
  toAuditRecord(
    auditChanged({
      [CELL]: '若干',
      '/document': {
        outline: [],
        labels: {},
        headers: {},
        oddRows: [],
        unplaced: [],
        inferred: [],
        ...(notices.length > 0 && { notices }),
        places: place ? { [CELL]: place } : {},
      },
    }),
    input,
    lang,
    [pack],
  )

const render = async (record: AuditRecord, format: Format, lang: Lang): Promise<string> => {
  const reporter = await createReporter(format, {
    lang,
    tool: { name: 'gouji', version: '1.2.3' },
    asOf: '2021-02-03',
    run: { options: {}, files: [] },
    packs: [pack],
    width: 120,
  })
  return reporter.audit(record)
}

const PLACES: readonly (readonly [string, Place, Readonly<Record<Lang, string>>])[] = [
  ['a line of a text', { line: 88, column: 1 }, { zh: '第 88 行', en: 'line 88' }],
  [
    'a cell of a web page',
    { line: 143, column: 9, table: 2, row: 5, cell: 3 },
    { zh: '第 2 张表第 5 行第 3 格', en: 'table 2, row 5, cell 3' },
  ],
  ['a paragraph of a word processor', { paragraph: 12 }, { zh: '第 12 段', en: 'paragraph 12' }],
  ['a cell of a spreadsheet', { sheet: '表三', address: 'B7' }, { zh: '工作表「表三」B7', en: 'sheet “表三”, B7' }],
  [
    'a box of a page',
    { page: 3, box: [60, 232, 40, 12] },
    { zh: '第 3 页距上边 82 毫米', en: 'page 3, 82 mm from the top' },
  ],
  ['a page', { page: 3 }, { zh: '第 3 页', en: 'page 3' }],
]

test.each(PLACES)('%s is told in words', async (_name, place, words) => {
  for (const lang of ['zh', 'en'] as const) {
    const record = audited(place, [], lang)
    for (const format of ['terminal', 'markdown'] as const)
      expect(await render(record, format, lang)).toContain(words[lang])
    expect(record.findings.find(({ ruleId }) => ruleId === 'cell/not-a-number')?.evidence[0]?.place).toEqual(place)
  }
})

test('markdown tells the line of a page’s source beside the cell', async () => {
  const record = audited({ line: 143, table: 2, row: 5, cell: 3 }, [], 'zh')
  expect(await render(record, 'markdown', 'zh')).toContain('第 2 张表第 5 行第 3 格（源码第 143 行）')
})

test('a sheet’s name is shown on one line, cut where it is long', async () => {
  const text = await render(
    audited({ sheet: `表\u001b[31m\n${'长'.repeat(400)}`, address: 'B7' }, [], 'zh'),
    'terminal',
    'zh',
  )
  expect(text).not.toContain('\u001b')
  expect(text).toMatch(/工作表「表 \[31m 长{20,30}…」B7/u)
})

const pages = [2, 3, 4, 7].map((page): DocumentNotice => ({ code: 'unread-page', place: { page } }))

test('each notice of a document stands in the record, with its place', () => {
  const { notices } = audited(undefined, [...pages, { code: 'unsure-tables' }], 'zh')
  expect(notices).toHaveLength(5)
  expect(notices?.[0]).toEqual({
    code: 'unread-page',
    message: '第 2 页是图片，没有读到文字，其中的内容没有审核；请提供有文字的版本再审',
    place: { page: 2 },
  })
  expect(notices?.[4]?.message).toContain('请另存为 .docx 再审')
  expect(audited(undefined, [], 'zh')).not.toHaveProperty('notices')
})

test.each(['terminal', 'markdown'] as const)('%s tells all unread pages in one sentence', async (format) => {
  const told = (await render(audited(undefined, pages, 'zh'), format, 'zh')).replaceAll(/\n\s*/gu, '')
  expect(told.match(/是图片/gu)).toHaveLength(1)
  expect(told).toContain('注意：第 2–4、7 页是图片')
  const english = await render(audited(undefined, pages, 'en'), format, 'en')
  expect(english.replaceAll(/\n\s*/gu, ' ')).toContain('no text could be read on page 2–4, 7')
})
