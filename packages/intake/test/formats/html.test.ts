import type { Form, Report } from '@gouji/core'
import { describe, expect, test } from 'vitest'
import { IntakeError, readDocument } from '../../src/index.js'
import { escapeHtml, type HtmlOptions, renderHtml } from '../support/render-html.js'
import { form, nextForm, numbered, rowsOf } from '../support/sample-report.js'

const full = numbered()
const requests = '/sections/requests/tables/requests/rows'

const readBytes = async (bytes: Uint8Array, forms: readonly Form[] = [form, nextForm]): Promise<Report> =>
  (await readDocument({ name: 'report.html', bytes }, { forms })).report
const readPage = (page: string) => readBytes(new TextEncoder().encode(page))
const readRendered = (options: HtmlOptions = {}) => readPage(renderHtml(full, form, options))

/** Every cell, heading and text as they went in, and nothing left over. */
const expectIntact = (report: Report, source: Report = full) => {
  expect(rowsOf(report)).toEqual(rowsOf(source))
  expect(report.document).toMatchObject({ oddRows: [], unplaced: [] })
  const { title, preface, publishedOn } = report
  expect({ title, preface, publishedOn }).toEqual({
    title: source.title,
    preface: source.preface,
    publishedOn: source.publishedOn,
  })
  for (const [id, { heading, text }] of Object.entries(source.sections))
    expect(report.sections[id]).toMatchObject({ heading, text })
  return report
}

test.each([form, nextForm])('a site’s page of the $edition edition', async (edition) => {
  const source = numbered(edition)
  expectIntact(await readPage(renderHtml(source, edition)), source)
})

test('cells and headings have their line, their column and their cell', async () => {
  const page = renderHtml(full, form)
  const lines = page.split('\n')
  const { places } = expectIntact(await readPage(page)).document!
  const at = (text: string) => {
    const line = lines.findIndex((each) => each.includes(`>${text}<`))
    return { line: line + 1, column: lines[line]!.indexOf(text) + 1 }
  }
  expect(places['/title']).toEqual(at(full.title!))
  expect(places['/sections/requests/heading']).toEqual(at('三、收到和处理政府信息公开申请情况'))
  expect(places[`${requests}/granted/natural`]).toEqual({ ...at('1040'), table: 2, row: 6, cell: 3 })
  expect(places[`${requests}/partiallyGranted/natural`]).toEqual({ ...at('1047'), table: 2, row: 7, cell: 3 })
})

test('the place of a cell is where its first character is printed', async () => {
  const page = renderHtml(full, form).replace('>1040<', '>\r\n&nbsp;<b> &#160;1040</b><')
  const place = expectIntact(await readPage(page)).document?.places[`${requests}/granted/natural`]
  const [, above = '', line = ''] = /([\s\S]*\n)(.*)1040/u.exec(page)!
  expect(place).toMatchObject({ line: above.split('\n').length, column: line.length + 1 })
})

describe('what word processors write', () => {
  const paragraph = (inner: string) => `<p class=MsoNormal align=center style='text-align:center'>${inner}</p>`
  test.each([
    ['spans and o:p', (text: string) => paragraph(`<span lang=EN-US>${escapeHtml(text)}<o:p></o:p></span>`)],
    [
      'a span a character',
      (text: string) =>
        [...text].map((char) => `<span style='mso-font-kerning:0pt'>${escapeHtml(char)}</span>`).join(''),
    ],
    ['font in font', (text: string) => `<font face="宋体"><font size="3">${escapeHtml(text)}</font></font>`],
    ['spaces that do not break', (text: string) => `&nbsp;&nbsp;${escapeHtml(text)}&nbsp;<o:p>&nbsp;</o:p>`],
    [
      'conditional comments',
      (text: string) =>
        `<!--[if gte mso 9]><xml>9</xml><![endif]-->${escapeHtml(text)}<![if !supportEmptyParas]>&nbsp;<![endif]>`,
    ],
    [
      'lines broken in the source',
      (text: string) => escapeHtml(text).replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '\n  '),
    ],
    ['tags in capitals', (text: string) => `<SPAN><FONT>${escapeHtml(text)}</FONT></SPAN>`],
    [
      'what is not shown',
      (text: string) =>
        `<span style="DISPLAY: none">12</span><s>3</s><input type="hidden" value="4">${escapeHtml(text)}`,
    ],
  ])('%s', async (_, inline) => {
    expectIntact(await readRendered({ inline }))
  })
})

describe('tables', () => {
  const page = renderHtml(full, form)
  const read = async (change: (page: string) => string) => {
    const changed = change(page)
    expect(changed).not.toBe(page)
    return expectIntact(await readPage(changed))
  }

  test('columns that differ between the rows of one table', async () => {
    // 表二 on a grid of twelve columns, and 表三 with its labels over four.
    await read((whole) =>
      whole
        .replace('<td style', '<td colspan="12" style')
        .replace(/(<tr>\n<td)( style[^\n]*(?:规章|规范性文件|其他主动公开文件))/g, '$1 colspan="6"$2')
        .replaceAll('colspan="3" style', 'colspan="4" style'),
    )
  })

  test('end tags that are left out', async () => {
    await read((whole) => whole.replace(/<\/(?:td|tr|p|tbody)>/g, ''))
  })

  test('rows in a head and a foot, wherever they stand', async () => {
    await read((whole) => {
      const rows = /<tr>\n<td[^\n]*四、结转下年度继续办理[\s\S]*?<\/tr>/.exec(whole)![0]
      const header = whole.indexOf('<tbody>', whole.indexOf('三、收到'))
      const cut = whole.replace(rows, '')
      return `${cut.slice(0, header)}<tfoot>${rows}</tfoot>${cut.slice(header)}`
    })
  })

  test('a caption, columns, and a row that is not shown', async () => {
    await read((whole) =>
      whole.replaceAll(
        '<tbody>',
        '<colgroup><col width="20%"></colgroup><tbody><tr hidden><td>规章</td><td>9</td><td>9</td><td>9</td></tr>',
      ),
    )
  })

  test('each in a bordered table of one cell', async () => {
    await read((whole) =>
      whole
        .replaceAll('<table border', '<table border="2"><tr><td>\n<table border')
        .replaceAll('</table>', '</table></td></tr></table>'),
    )
  })

  test('a table of one cell in a cell', async () => {
    await read((whole) =>
      whole
        .replace(/(<td[^>]*>)(<p[^>]*>1040<\/p>)/, '$1<table><tr><td>$2</td></tr></table>')
        .replace(/(<td[^>]*>)(<p[^>]*>1023<\/p>)/, '$1<table><tr><td>$2</td></tr></table>'),
    )
  })

  test('a cell that two rows share is not told apart', async () => {
    const report = await readPage(
      page.replace(/<td style(?=[^\n]*>1040<)/, '<td rowspan="2" style').replace(/<td[^\n]*>1047<.*\n/, ''),
    )
    expect(rowsOf(report).requests?.granted).toEqual(rowsOf(full).requests?.granted)
    expect(rowsOf(report).requests?.partiallyGranted).toEqual({})
    expect(report.document?.oddRows).toMatchObject([{ row: `${requests}/partiallyGranted`, expected: 7 }])
  })

  test('a mark behind a number is no digit of it', async () => {
    const report = await readPage(
      page.replace('>1040<', '>1040<sup>1</sup><sup> </sup><').replace('>1041<', '><s>7</s>1041<'),
    )
    expect(rowsOf(report).requests?.granted).toMatchObject({ natural: '1040(1)', business: 1041 })
  })

  test('blank cells are blank', async () => {
    const report = await readPage(page.replace('>1040<', '>&nbsp;<').replace(/<p[^>]*>1041<\/p>/, ''))
    expect(rowsOf(report).requests?.granted).toEqual({
      ...rowsOf(full).requests?.granted,
      natural: null,
      business: null,
    })
  })

  test.each([
    ['after a cell', page.indexOf('</td>', page.indexOf('>1122<')) + 5],
    ['in a tag', page.indexOf('</p>', page.indexOf('>1122<')) + 2],
    ['in a number', page.indexOf('>1123<') + 4],
  ])('a page that is cut off %s loses rows, and no other is moved', async (_, end) => {
    const report = await readPage(page.slice(0, end))
    const { granted, unavailableNotHeld, unavailableToBeCreated, unavailableUnclear } = rowsOf(report).requests!
    const expected = rowsOf(full).requests!
    expect({ granted, unavailableNotHeld }).toEqual({
      granted: expected.granted,
      unavailableNotHeld: expected.unavailableNotHeld,
    })
    expect(unavailableToBeCreated).toEqual({})
    expect(unavailableUnclear).toBeUndefined()
    expect(report.document?.oddRows).toMatchObject([{ row: `${requests}/unavailableToBeCreated`, expected: 7 }])
  })

  test('a page in one cell that is cut off keeps its article', async () => {
    const whole = renderHtml(full, form, { page: (article) => `<table><tr><td>${article}</td></tr></table>` })
    const report = await readPage(whole.slice(0, whole.indexOf('又一段文字', whole.indexOf('五、存在')) + 3))
    expect(rowsOf(report)).toEqual(rowsOf(full))
    expect(report.sections.problems?.text).toBe('一段文字,说明有关情况。')
  })
})

describe('pages laid out by tables', () => {
  const links = Array.from({ length: 12 }, (_, at) => `<li><a href="/${at}">本级政策文件${at + 1}</a></li>`).join('')
  const metadata =
    '<table class="xxgk"><tr><td>索引号：</td><td>000014349/2021-00012</td><td>发布机构：</td><td>某县某某局</td></tr>' +
    '<tr><td>名称</td><td colspan="3">某县某某局2020年政府信息公开工作年度报告</td></tr>' +
    '<tr><td>发布日期：</td><td>2021年01月20日</td><td>主题词：</td><td></td></tr></table>'
  test.each([
    ['all in one cell', (article: string) => `<table><tr><td>${article}</td></tr></table>`],
    [
      'a sidebar beside the article',
      (article: string) =>
        `<table><tr><td colspan="2">某县人民政府门户网站</td></tr><tr><td><ul>${links}</ul></td><td>${article}</td></tr></table>`,
    ],
    [
      'tables in tables',
      (article: string) =>
        `<table><tbody><tr><td><table><tr><td><a>首页</a></td><td><a>信息公开</a></td></tr></table></td></tr><tr><td><table><tr><td>&nbsp;</td><td><table><tr><td>${article}</td></tr></table></td><td>&nbsp;</td></tr></table></td></tr></tbody></table>`,
    ],
    ['the page’s own table first', (article: string) => `${metadata}${article}`],
    [
      'the page’s own table and the article in one',
      (article: string) => `<table><tr><td>${metadata}</td></tr><tr><td>${article}</td></tr></table>`,
    ],
    [
      'a form around everything',
      (article: string) => `<form method="post" action="a.aspx"><input type="hidden" value="dDw5">${article}</form>`,
    ],
    [
      'words of a site around the article',
      (article: string) =>
        `<p>【字体大小：大 中 小】</p>${article}<p>分享到：</p><p>【打印】【关闭】</p><div>上一篇：某县某某局2019年工作总结</div><div>版权所有：某县人民政府</div><p>地址：某路1号</p>`,
    ],
  ])('%s', async (_, page) => {
    expectIntact(await readRendered({ page }))
  })

  test('an article that is broken by br alone', async () => {
    const inline = (text: string) => escapeHtml(text)
    const page = (article: string) =>
      `<table><tr><td id="zoom">${article.replace(/<\/?(?:p|h1)\b[^>]*>/g, '<br>')}</td></tr></table>`
    expectIntact(await readRendered({ inline, page }))
  })
})

test('tables that are drawn with div are read as paragraphs', async () => {
  const page = renderHtml(full, form).replace(/<(\/?)(?:table|tbody|tr|td|p)\b[^>]*>/g, '<$1div>')
  expect(rowsOf(await readPage(page))).toEqual(rowsOf(full))
})

describe('what the head says', () => {
  const head =
    '<title>某县某某局2020年政府信息公开工作年度报告_某县人民政府</title>' +
    '<META NAME="pubdate" CONTENT="2021-02-03 10:20"><meta name="ContentSource" content="某县另一局">'
  const bare = (page: string) => page.replace(/<h1.*<\/h1>\n/, '').replace(/<p[^>]*>2021年1月20日<\/p>\n/, '')

  test('goes for what the text does not', async () => {
    const report = await readPage(bare(renderHtml(full, form, { head })))
    expect(report).toMatchObject({
      title: full.title,
      year: 2020,
      body: { name: '某县某某局' },
      publishedOn: { date: '2021-02-03', from: 'page' },
    })
    expect(report.document?.places).not.toHaveProperty('/title')
  })

  test('its body, where neither text nor title names one', async () => {
    const report = await readPage(bare(renderHtml(full, form, { head: head.replace(/<title>.*?局/, '<title>') })))
    expect(report.body).toMatchObject({ name: '某县另一局', kind: 'department', rank: 'county' })
  })

  test('its ArticleTitle before its title', async () => {
    const titled =
      '<meta name="articletitle" content="某县某某局2020年政府信息公开年度报告"><title>某县政府网2020年政府信息公开工作年度报告</title>'
    expect(await readPage(bare(renderHtml(full, form, { head: titled })))).toMatchObject({
      title: '某县某某局2020年政府信息公开年度报告',
    })
  })

  test('is not asked where the text says it', async () => {
    const other = head.replace('某县某某局2020年', '某县另一局2019年')
    expectIntact(await readRendered({ head: other }))
  })
})

describe('encodings', () => {
  // 某县某某局 and the like, as GB 2312 has them.
  const gb = (text: string) => encodeWith('gb18030', text)
  const page = renderHtml(full, form)
  test.each([
    ['a declared GB 2312', gb(page.replace('utf-8', 'GB2312'))],
    [
      'GBK, declared by http-equiv',
      gb(page.replace('<meta charset="utf-8">', '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gbk">')),
    ],
    ['GB 18030 that says it is UTF-8', gb(page)],
    ['UTF-8 that says nothing', new TextEncoder().encode(page.replace('<meta charset="utf-8">', ''))],
    ['UTF-8 that says it is Western', new TextEncoder().encode(page.replace('utf-8', 'iso-8859-1'))],
    ['a byte order mark before what is declared', new TextEncoder().encode(`\uFEFF${page.replace('utf-8', 'gb2312')}`)],
    ['UTF-16', utf16(`\uFEFF${page}`)],
  ])('%s', async (_, bytes) => {
    expectIntact(await readBytes(bytes))
  })
})

function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer)
}

/** There is no encoder of it, but every character of two bytes can be decoded. */
function encodeWith(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail))
      if (!codes.has(char)) codes.set(char, [lead, trail])
    }
  return Uint8Array.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : codes.get(char)!)))
}

describe('hostile pages', () => {
  const heading = '<p>一、总体情况</p><p>五、存在的主要问题及改进情况</p>'
  const limited = async (page: string) => {
    const begun = performance.now()
    const outcome = await readPage(page).then(
      () => 'read',
      (error) => (error instanceof IntakeError ? (error.limit ?? error.code) : error),
    )
    expect(performance.now() - begun).toBeLessThan(20_000)
    return outcome
  }
  const rows = (count: number, cells: string) => `<table>${`<tr>${cells}</tr>`.repeat(count)}</table>`
  test.each([
    ['elements in one another', '<div>'.repeat(200_000), 'depth'],
    ['tables in one another', '<table><tr><td>'.repeat(100_000), 'depth'],
    [
      'fonts that are never closed',
      Array.from({ length: 50_000 }, (_, at) => `<font color=${at}>公<p>`).join(''),
      'depth',
    ],
    ['misnested elements', '<b><p>公</b><i>'.repeat(50_000), 'read'],
    ['blocks in links that are not closed', '<a href=1><div>公'.repeat(50_000), 'depth'],
    ['elements', '<br>'.repeat(1_000_001), 'elements'],
    ['elements moved out of a table', `<table>${'<br>公'.repeat(400_000)}`, 'read'],
    ['cells', rows(1000, '<td>1'.repeat(100)), 'read'],
    ['columns', rows(1000, '<td colspan=100000>1<td colspan=99999999999999999999>2'), 'read'],
    ['rows', rows(5000, '<td rowspan=65534>1'), 'elements'],
    ['rows in many tables', rows(500, '<td rowspan=0>1').repeat(20), 'elements'],
    ['attributes', `<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}=1`).join(' ')}>公</p>`, 'read'],
    ['bodies', Array.from({ length: 50_000 }, (_, at) => `<body a${at}>`).join(''), 'read'],
    ['white space', ' \n'.repeat(2_000_000), 'read'],
    ['white space between characters', '公 \n'.repeat(1_000_000), 'read'],
    ['white space by its name', '<p>&nbsp;公'.repeat(200_000), 'read'],
    ['comments that are not closed', '<!--'.repeat(500_000), 'read'],
    ['end tags', '</p '.repeat(500_000), 'read'],
    ['NULs', '\0', 'BINARY'],
  ])('%s', { timeout: 30_000 }, async (_, body, outcome) => {
    expect(await limited(heading + body)).toBe(outcome)
  })
})
