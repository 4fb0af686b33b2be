import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renderDocx } from '../../intake/test/support/render-docx.js'
import { renderHtml } from '../../intake/test/support/render-html.js'
import { renderPdf } from '../../intake/test/support/render-pdf.js'
import { renderReport } from '../../intake/test/support/render-report.js'
import { renderXlsx } from '../../intake/test/support/render-xlsx.js'
import { form, makeReport } from '../../intake/test/support/sample-report.js'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const report = makeReport(() => 0)
const text = new TextEncoder()
const docx = renderDocx(report, form)
const html = text.encode(renderHtml(report, form))
const pdf = renderPdf(report, form)

let folder = ''
/** What the command line says of files in a folder of its own, in which every use of a network is told. */
const gouji = (...args: readonly string[]) => {
  const network = join(folder, 'network')
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--require', path('no-network.cjs'), path('../bin/gouji.js'), ...args],
    {
      cwd: join(folder, 'in'),
      encoding: 'utf8',
      timeout: 100_000,
      env: { ...process.env, GOUJI_TEST_NETWORK: network },
    },
  )
  expect(readdirSync(folder)).toEqual(['in'])
  return { stdout, stderr, status }
}
const write = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, 'in', name), bytes)
const read = (name: string) => {
  const { stdout, stderr, status } = gouji('audit', name, '--format', 'json')
  return { stderr, status, result: JSON.parse(stdout) }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-documents-'))
  mkdirSync(join(folder, 'in'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a folder of all formats is audited in order, each by its content', async () => {
  write('a.HTM', html)
  write('b.docx', docx)
  write('c.pdf', pdf)
  write('d.txt', renderReport(report, form, 'tabs'))
  write('e.xlsx', await renderXlsx(report, form, { sheets: 'each' }))
  write('f.pdf', docx)
  write('g.txt', pdf)
  write('~$b.docx', 'lock')
  write('h.wps', 'not looked for')
  const { result, stderr } = read('.')
  const found = result.audits.map((audit: { input: { path: string; mediaType: string } }) => audit.input)
  expect(found.map((input: { path: string }) => input.path)).toEqual([
    'a.HTM',
    'b.docx',
    'c.pdf',
    'd.txt',
    'e.xlsx',
    'f.pdf',
    'g.txt',
  ])
  expect(found[5].mediaType).toMatch(/wordprocessingml/)
  expect(found[6].mediaType).toBe('application/pdf')
  const rules = result.audits.map(({ findings }: { findings: readonly { ruleId: string }[] }) =>
    findings.map(({ ruleId }) => ruleId).sort(),
  )
  for (const each of rules) expect(each).toEqual(rules[0])
  expect(stderr).toBe('')
})

describe('read', () => {
  test('says on standard error what it could not place, and nothing where it placed all', () => {
    write('whole.docx', docx)
    expect(gouji('read', 'whole.docx').stderr).toBe('')
    write('odd.html', renderHtml(report, form).replace(/(予以公开<\/p><\/td>)\s*<td[\s\S]*?<\/td>/u, '$1'))
    const { stdout, stderr, status } = gouji('read', 'odd.html')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).document.oddRows).toHaveLength(1)
    expect(stderr).toBe('表三：「(一)予以公开」有 6 格，应为 7 格（第 2 张表第 6 行第 2 格）\n')
  })

  test('says which tables it did not find', () => {
    const { requests: _, ...sections } = report.sections
    write('less.docx', renderDocx({ ...report, sections }, form))
    expect(gouji('read', 'less.docx').stderr).toBe('没有找到：三、收到和处理政府信息公开申请情况\n没有找到：表三\n')
  })
})

describe('a document that is refused is named, and the next one is audited', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(300 * 1024 * 1024) })
  const ole = (name: string) => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(
      [...name].flatMap((char) => [char.charCodeAt(0), 0]),
      1024,
    )
    return bytes
  }
  const cases: readonly (readonly [string, Uint8Array | string, string])[] = [
    ['bomb.docx', bomb, '文件解压后太大，超过了限度，请确认它是一份报告；确实要读，用 --limit unpacked=… 放宽'],
    ['cut.docx', docx.subarray(0, docx.length / 2), '文件不完整或已损坏，请重新下载或另存一份'],
    ['cut.pdf', pdf.subarray(0, pdf.length / 2), '文件不完整或已损坏，请重新下载或另存一份'],
    ['locked.docx', ole('EncryptedPackage'), '文件有密码，请先另存为没有密码的文件'],
    ['old.rtf.docx', '{\\rtf1 x}', '不能读取 RTF 文件，请另存为 .docx、.pdf、.html 或 .txt'],
    ['a.odt', zipSync({ mimetype: text.encode('odt') }), '不能读取 ODT 文件，请另存为 .docx、.pdf、.html 或 .txt'],
    [
      'deep.html',
      '<div>'.repeat(200_000),
      '文件的层次太深，超过了限度，请确认它是一份报告；确实要读，用 --limit depth=… 放宽',
    ],
    ['lines.txt', '0\n'.repeat(2_100_000), '文件的行数太多，请确认它是一份报告'],
    ['page.html', '<p>会议通知</p>', '读不出年度报告的标题或表格，请确认它是政府信息公开工作年度报告'],
  ]

  test.each(cases)('%s', { timeout: 120_000 }, (name, bytes, sentence) => {
    write(name, bytes)
    write('z.docx', docx)
    const { stdout, stderr, status } = gouji('audit', name, 'z.docx')
    expect(stderr).toBe(`${name}：${sentence}\n`)
    expect(stdout).toContain('共 1 份报告')
    expect(status).toBe(2)
  })

  test('a text of 200 MB, before it is read', () => {
    write('long.txt', '')
    truncateSync(join(folder, 'in/long.txt'), 200 * 1024 * 1024)
    const { stderr, status } = gouji('audit', 'long.txt')
    expect(stderr).toBe('long.txt：文件太大，超过了限度，请确认它是一份报告；确实要读，用 --limit size=… 放宽\n')
    expect(status).toBe(2)
  })

  test('one that takes too long, or too much memory', { timeout: 120_000 }, () => {
    // Cells enough to take much longer than what it is ended after, and that is time enough for any other document.
    const rows = `<tr>${'<td>一、本年新收政府信息公开申请数量</td>'.repeat(100)}</tr>`.repeat(9000)
    write('slow.html', `<table>${rows}</table>`)
    write('z.docx', docx)
    const slow = gouji('audit', 'slow.html', 'z.docx', '--limit', 'seconds=4')
    expect(slow.stderr).toBe('slow.html：读了很久还没有读完，已放弃；请另存一份再试，或用 --limit seconds=… 放宽\n')
    expect(slow.stdout).toContain('共 1 份报告')
    expect(slow.status).toBe(2)
    // A small page whose merged cells go on and on.
    const merged = `<tr>${'<td rowspan="65534">1</td>'.repeat(100)}</tr>${'<tr><td>2</td></tr>'.repeat(9000)}`
    write('large.html', `<table>${merged}</table>`)
    const large = gouji('audit', 'large.html', '--limit', 'memory=100')
    expect(large.stderr).toBe('large.html：读取时内存不够，已放弃；请另存一份再试，或用 --limit memory=… 放宽\n')
    expect(large.status).toBe(2)
  })
})

test('a PDF whose list of objects is wrong in two places is read as it stands', () => {
  // As long as before, so that all the others stand where the list says.
  const moved = Buffer.from(pdf)
    .toString('latin1')
    .replace(/(?:12|14) 0 obj\n.*/g, (page) =>
      page.replace(/^/, 'null\n').replace('<< /Font << /F1 3 0 R >>', '<</Font<</F1 3 0 R>>').replace(/ >>$/, '>>'),
    )
  expect(moved).toHaveLength(pdf.length)
  write('a.pdf', Buffer.from(moved, 'latin1'))
  write('z.pdf', pdf)
  const { result, stderr } = read('.')
  expect(stderr).toBe('')
  expect(result.audits[0].findings).toEqual(result.audits[1].findings)
})

test.each([
  [
    'colour=3',
    '--limit 应为 名称=数值，没有名为 colour 的限度；可用的有 size、unpacked、elements、depth、pages、seconds、memory',
  ],
  ['pages=many', '--limit pages 应为正整数，不是 many'],
  ['pages', '--limit pages 应为正整数，不是 '],
  ['memory=31', '--limit memory 至少为 32，不是 31'],
  ['size=64=5', '--limit size 应为正整数，不是 64=5'],
])('--limit %s is refused', (limit, sentence) => {
  write('z.docx', docx)
  const { stderr, status } = gouji('audit', 'z.docx', '--limit', limit)
  expect(stderr).toContain(sentence)
  expect(status).toBe(2)
})

test('a time as long as can be written', () => {
  write('z.docx', docx)
  expect(gouji('audit', 'z.docx', '--limit', 'seconds=999999999').stderr).toBe('')
})

test('a limit lets more in', () => {
  write('z.docx', docx)
  expect(gouji('audit', 'z.docx', '--limit', 'elements=100').status).toBe(2)
  expect(gouji('audit', 'z.docx', '--limit', 'elements=10000').status).not.toBe(2)
})

test('nothing was left behind by a reader', () => {
  write('z.pdf', pdf)
  gouji('audit', 'z.pdf')
  expect(readdirSync(join(folder, 'in'))).toEqual(['z.pdf'])
  expect(readFileSync(join(folder, 'in/z.pdf')).equals(Buffer.from(pdf))).toBe(true)
})
