import { readDocument } from '@gouji/intake'
import { describe, expect, test } from 'vitest'
import { escapeHtml, type HtmlOptions, renderHtml } from '../../packages/intake/test/support/render-html.js'
import { form, makeReport, nextForm, numbered } from '../../packages/intake/test/support/sample-report.js'
import { forms } from '../support/editions.js'
import { expectSame } from './as-printed.js'

interface Trap {
  readonly name: string
  readonly options?: HtmlOptions
  readonly change?: (page: string) => string
}

const body = (article: string): string => article

/** Where the site's own table of what it knows of a document stands. */
const METADATA = `<table class="xxgk"><tbody>
<tr><td>索 引 号：</td><td>00123456-7/2021-00012</td><td>主题分类：</td><td>政府信息公开</td></tr>
<tr><td>发布机构：</td><td>某县某某局</td><td>文　　号：</td><td></td></tr>
<tr><td>名　　称：</td><td colspan="3">某县某某局2020年政府信息公开工作年度报告</td></tr>
</tbody></table>`

const traps: readonly Trap[] = [
  {
    name: 'labels and numbers in many spans',
    options: {
      inline: (text) =>
        [...text].map((char) => `<span style="font-family: 宋体"><span>${escapeHtml(char)}</span></span>`).join(''),
    },
  },
  {
    name: 'spaces that do not break, and what Word leaves',
    options: { inline: (text) => `<span>&nbsp;${escapeHtml(text)}<o:p></o:p></span><o:p>&nbsp;</o:p>` },
  },
  {
    name: 'columns counted otherwise in each row',
    change: (page) => {
      let nth = 0
      return page.replace(/ colspan="(\d+)"/gu, (_, columns) => ` colspan="${Number(columns) + (nth++ % 3)}"`)
    },
  },
  { name: 'headers in two paragraphs', options: { inline: (text) => escapeHtml(text).replaceAll('<br>', '</p><p>') } },
  { name: 'the site’s table first', options: { page: (article) => METADATA + article } },
  {
    name: 'the article in tables that lay out the page',
    options: {
      page: (article) =>
        `<table><tr><td><a href="/">首页</a></td></tr><tr><td width="20"></td><td><table><tr><td>${article}</td></tr></table></td></tr></table>`,
    },
  },
  {
    name: 'each table in a table of its own',
    change: (page) =>
      page.replace(/<table.*?<\/table>/gsu, '<table><tbody><tr><td><p></p>$&</td></tr></tbody></table>'),
  },
  {
    name: 'what a page prints below',
    options: {
      page: (article) =>
        `${article}<p>【打印本页】【关闭窗口】</p><p>字体大小：大 中 小</p><p>上一篇：2019年政府信息公开工作年度报告</p><p>版权所有：某县人民政府　备案号：鄂ICP备05000000号</p>`,
    },
  },
  { name: 'no tag closed', change: (page) => page.replace(/<\/(?:p|td|tr|tbody)>/gu, '') },
]

const read = async (page: string) =>
  (await readDocument({ name: 'report.html', bytes: new TextEncoder().encode(page) }, { forms })).report

describe.each(traps)('$name', ({ options = { page: body }, change = body }) => {
  test.each([form, nextForm])('$edition', async (edition) => {
    const report = numbered(edition)
    const page = change(renderHtml(report, edition, options))
    expect(page).not.toBe(renderHtml(report, edition, { page: body }))
    expectSame(await read(page), report)
  })
})

test.each([form, nextForm])('blank cells that hold a space or what Word leaves, $edition', async (edition) => {
  const report = makeReport((_, row, column) => (column === 'research' || row === 'granted' ? null : 7), edition)
  const page = renderHtml(report, edition)
  let nth = 0
  const blanks = ['&nbsp;', '<o:p>&nbsp;</o:p>', '<br>', '　', '']
  const filled = page.replace(/(<p style="text-align: center;">)(?=<\/p>)/gu, (tag) => tag + blanks[nth++ % 5])
  expect(nth).toBeGreaterThan(25)
  expectSame(await read(filled), report)
})
