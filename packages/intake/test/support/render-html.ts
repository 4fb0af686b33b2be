import type { Form, Report } from '@gouji/core'
import { type MergedCell, mergedRows } from './merged-rows.js'

export interface HtmlOptions {
  /** Markup of the head besides its charset. */
  readonly head?: string
  /** Markup of a text as printed, in which `\n` is a line break; without it the text is escaped and broken by br. */
  readonly inline?: (text: string) => string
  /** The body's markup around the article's. */
  readonly page?: (article: string) => string
}

/** The report as a web page prints it: paragraphs, and tables in the official layout with their cells merged. */
export const renderHtml = (
  report: Report,
  form: Form,
  { head = '', inline = escapeHtml, page = sitePage }: HtmlOptions = {},
): string => {
  const { publishedOn, body, title = form.title } = report
  const paragraphs = (text = '', style = 'text-indent: 2em') =>
    text === '' ? [] : text.split('\n').map((line) => `<p style="${style};">${inline(line)}</p>`)
  const parts = [`<h1 class="title">${inline(title)}</h1>`]
  if (publishedOn?.from === 'page')
    parts.push(`<div class="info"><span>${form.published?.[0]}：${publishedOn.date} 09:30</span></div>`)
  parts.push(...paragraphs(report.preface))
  for (const { id } of form.sections) {
    const section = report.sections[id]
    if (!section) continue
    parts.push(...paragraphs(section.heading, 'font-family: 黑体'), ...paragraphs(section.text))
    for (const table of form.tables) {
      const printed = table.section === id ? section.tables?.[table.id] : undefined
      if (printed) parts.push(tableHtml(mergedRows(table, printed), inline))
    }
  }
  if (publishedOn?.from === 'report') {
    const [year, month, day] = publishedOn.date.split('-').map(Number)
    parts.push(...paragraphs(`${body?.name ?? ''}\n${year}年${month}月${day}日`, 'text-align: right'))
  }
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${head}
</head>
<body>
${page(parts.join('\n'))}
</body>
</html>
`
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

const tableHtml = (rows: readonly (readonly MergedCell[])[], inline: (text: string) => string): string =>
  `<table border="1" cellspacing="0" cellpadding="0" width="100%">\n<tbody>\n${rows
    .map((cells) => `<tr>\n${cells.map((cell) => cellHtml(cell, inline)).join('\n')}\n</tr>`)
    .join('\n')}\n</tbody>\n</table>`

const cellHtml = ({ text, columns, rows }: MergedCell, inline: (text: string) => string): string => {
  const across = columns > 1 ? ` colspan="${columns}"` : ''
  const down = rows > 1 ? ` rowspan="${rows}"` : ''
  return `<td${across}${down} style="border: 1px solid #000; padding: 0 7px;" valign="middle"><p style="text-align: center;">${inline(text)}</p></td>`
}

/** A site's page: what stands around an article on it. */
const sitePage = (article: string): string => `<div class="header">
<script>var _hmt = _hmt || [];</script>
<div class="logo"><a href="/"><img src="/images/logo.png" alt="某县人民政府"></a></div>
<nav><ul><li><a href="/">首页</a></li><li><a href="/xxgk/">政府信息公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></nav>
<form action="/search"><input name="q" placeholder="请输入关键字"><button>搜索</button></form>
</div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/xxgk/">政府信息公开</a> &gt; <a href="/xxgk/nb/">年度报告</a></div>
<div class="content">
<div class="tools">字体大小：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a> 分享到：<a class="icon" href="#"></a></div>
<div class="article" id="zoom">
${article}
</div>
<div class="tools"><a href="javascript:window.print()">打印</a> <a href="javascript:window.close()">关闭</a></div>
</div>
<footer class="footer"><p>主办单位：某县人民政府办公室&nbsp;&nbsp;网站标识码：4200000000</p></footer>`
