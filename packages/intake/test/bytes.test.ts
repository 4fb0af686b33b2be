import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeText, IntakeError, readDocument } from '../src/index.js'
import { renderReport } from './support/render-report.js'
import { form, numbered, readText, rowsOf } from './support/sample-report.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const codeOf = async (input: Uint8Array): Promise<string> => {
  try {
    await readDocument({ name: 'a.txt', bytes: input }, { forms: [form] })
    return 'read'
  } catch (error) {
    expect(error).toBeInstanceOf(IntakeError)
    expect((error as IntakeError).message).toMatch(/^[A-Za-z].*\.$/)
    return (error as IntakeError).code
  }
}

describe('decodeText', () => {
  const utf16 = (text: string, littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
    for (const [at, char] of [...`\uFEFF${text}`].entries()) view.setUint16(at * 2, char.charCodeAt(0), littleEndian)
    return new Uint8Array(view.buffer)
  }

  test.each([
    ['utf-8', bytes('总体情况')],
    ['utf-8', bytes('\uFEFF总体情况')],
    ['utf-16le', utf16('总体情况', true)],
    ['utf-16be', utf16('总体情况', false)],
    ['gb18030', new Uint8Array([0xd7, 0xdc, 0xcc, 0xe5, 0xc7, 0xe9, 0xbf, 0xf6])],
  ])('%s', (encoding, input) => {
    expect(decodeText(input)).toEqual({ text: '总体情况', encoding })
  })
})

describe('what cannot be read', () => {
  test.each([
    ['EMPTY', new Uint8Array()],
    ['EMPTY', bytes(' \n\t\n\u3000')],
    ['BINARY', new Uint8Array([0x50, 0x4b, 3, 0, 0, 0, 8, 0])],
    ['UNSUPPORTED', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 8, 0])],
    ['BINARY', new Uint8Array(200).fill(7)],
    ['ENCODING', new Uint8Array([0x41, 0xff, 0xff, 0x41])],
    ['NOT_A_REPORT', bytes('会议通知\n\n请于周五参加会议。\n')],
    ['NOT_A_REPORT', bytes('一、总体情况\n\n本月工作总结。\n')],
    ['NOT_A_REPORT', bytes('统计公报\n\n一、综合\n\n二、农业\n\n三、工业\n')],
    ['TOO_LARGE', new Uint8Array(64 * 1024 * 1024 + 1).fill(0x30)],
    ['TOO_LARGE', new Uint8Array(3_000_000).fill(10)],
  ])('%s', async (code, input) => {
    expect(await codeOf(input)).toBe(code)
  })

  test('one table is enough to be a report', () => {
    const text = renderReport(
      { schemaVersion: 1, title: 'x', sections: { requests: numbered().sections.requests! } },
      form,
      'lines',
    )
    expect(rowsOf(readText(text.replace(/三、收到.*/, ''))).requests).toEqual(rowsOf(numbered()).requests)
  })

  test('the package names no file system', () => {
    const source = new URL('../src/', import.meta.url)
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    expect(files).toContain('read-document.ts')
    expect(files.length).toBeGreaterThan(30)
    for (const name of files)
      expect(readFileSync(new URL(name, source), 'utf8'), name).not.toMatch(
        /node:|(?:from |import\()['"](?:fs|path|os|process)\b|\bprocess\.|\bBuffer\b/,
      )
  })
})

describe('hostile text is read in linear time', () => {
  const heading = '一、总体情况\n五、存在的主要问题及改进情况\n'
  test.each([
    ['numbers', '0\n'.repeat(1_000_000)],
    ['one line', '公'.repeat(2_000_000)],
    ['delimiters', '|\t'.repeat(1_000_000)],
    ['lines of delimiters', `${'\t'.repeat(50)}\n`.repeat(100_000)],
    ['lines of pipes', `${'| a '.repeat(50)}|\n`.repeat(5_000)],
    ['spaces', ' '.repeat(3_000_000)],
    ['lines of spaced dots', `${'.  '.repeat(1000)}\n`.repeat(300)],
    ['brackets', '('.repeat(250).concat('\n').repeat(5_000)],
    ['headings', Array.from({ length: 20_000 }, (_, at) => `三、事项第${at}类\n`).join('')],
    ['near headings', '三、收到和处理政府信息公开申请情形\n'.repeat(50_000)],
    ['labels', '行政许可\n规章\n本年新\n'.repeat(20_000)],
    ['near labels', '行政许可\n规章\n本年新制作数量\n'.concat('3.其他法律法规禁止事项公\n'.repeat(50)).repeat(500)],
    ['tables', '行政许可\n规章\n本年新制作数量\n0\n一、总体情况\n'.repeat(200_000)],
    ['dates', '发布日期发布日期:2021-\n'.repeat(100_000)],
  ])('%s', { timeout: 60_000 }, async (_, text) => {
    const begun = performance.now()
    await codeOf(bytes(heading + text))
    expect(performance.now() - begun).toBeLessThan(50_000)
  })
})
