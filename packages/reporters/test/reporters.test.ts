import type { AuditRecord } from '@gouji/core'
import {
  CATALOGUE_FORMATS,
  type CatalogueFormat,
  createReporter,
  editionsOfRule,
  FORMATS,
  type Format,
  type Lang,
  type ReporterOptions,
  renderRule,
  renderRules,
  toAuditRecord,
} from '@gouji/reporters'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { auditChanged, input, pack } from './audited.js'

const options: ReporterOptions = {
  lang: 'zh',
  tool: { name: 'gouji', version: '1.2.3' },
  asOf: '2021-02-03',
  run: { options: {}, files: [] },
  packs: [pack],
}

const faulty = (lang: Lang = 'zh'): AuditRecord =>
  toAuditRecord(
    auditChanged({
      '/sections/requests/tables/requests/rows/granted/natural': 40,
      '/sections/disputes/tables/disputes/rows/review/corrected': '１',
      '/title': '云岭市|<b>\u001b[31m2020</b>_年*报告*',
      '/preface': undefined,
    }),
    input,
    lang,
    [pack],
  )

/** What each format says in English only. */
const ENGLISH: Readonly<Record<CatalogueFormat, string>> = {
  terminal: ' fail  error ',
  json: '"lang": "en"',
  markdown: '| Verdict | **fail** |',
}

const render = async (format: Format, records: readonly AuditRecord[], more: Partial<ReporterOptions> = {}) => {
  const reporter = await createReporter(format, { ...options, ...more })
  return [
    reporter.begin(),
    ...records.map((record) => reporter.audit(record)),
    reporter.failure({ path: 'b.json', code: 'FILE_MISSING', message: '没有这个文件' }),
    reporter.end({ failures: 1, notices: [{ code: 'N', message: '留意' }], executionSuccessful: true }),
  ].join('')
}

describe.each([...FORMATS])('%s', (format) => {
  test('gives the same text for the same audits', async () => {
    expect(await render(format, [faulty(), faulty()])).toBe(await render(format, [faulty(), faulty()]))
  })

  test('lets no control character of a report through', async () => {
    expect(await render(format, [faulty()])).not.toContain('\u001b')
  })
})

describe.each([...CATALOGUE_FORMATS])('%s', (format) => {
  test('is told in English', async () => {
    const [english, chinese] = [
      await render(format, [faulty('en')], { lang: 'en' }),
      await render(format, [faulty()], { lang: 'zh' }),
    ]
    for (const words of [ENGLISH[format], 'report year 2020']) {
      expect(english).toContain(words)
      expect(chinese).not.toContain(words)
    }
    expect(english).not.toContain('报告年度 2020')
  })
})

describe('terminal', () => {
  test.each([60, 80, 120])('keeps within %i columns, and never parts a number', async (width) => {
    const text = await render('terminal', [faulty()], { width })
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
    const numbers = faulty()
      .findings.flatMap(({ message, basis }) => [message, basis[0]?.document ?? ''])
      .join()
    for (const number of numbers.match(/\d{2,}/g) ?? []) expect(text).toContain(number)
    expect(text).not.toMatch(/\n\s*[，。、；：”）》〕]/)
  })

  test('colours only when asked', async () => {
    const plain = await render('terminal', [faulty()])
    const painted = await render('terminal', [faulty()], { color: true })
    const mark = String.fromCharCode(27)
    expect(painted).toContain(mark)
    expect(painted.replaceAll(new RegExp(`${mark}\\[\\d+m`, 'g'), '')).toBe(plain)
  })

  test('says plainly that no pack covers the year', async () => {
    const record = toAuditRecord(auditChanged({ '/year': 2022 }), input, 'zh', [pack])
    expect(await render('terminal', [record])).toContain('未能完成  没有加载适用于 2022 年度的规则包')
  })
})

test('json is one document, with or without audits', async () => {
  for (const records of [[], [faulty()], [faulty(), faulty()]]) {
    const result = JSON.parse(await render('json', records))
    expect(result.audits).toEqual(JSON.parse(JSON.stringify(records)))
    expect(result.failures).toHaveLength(1)
  }
})

test('markdown escapes what a report says', async () => {
  const text = await render('markdown', [faulty()])
  expect(text).not.toContain('<b>')
  expect(text).toContain('云岭市\\|&lt;b&gt;')
})

test('markdown in English has its labels whole, and brackets of its own', async () => {
  const text = await render('markdown', [faulty('en')], { lang: 'en' })
  expect(text).toContain('\n- Tool: gouji 1.2.3\n')
  expect(text).toMatch(/^ {3}- Basis: .+ \\\[form\\\]$/m)
  expect(text).not.toMatch(/：|（第|〔\D+〕/)
})

test('a basis is bracketed in the language of the output, wherever a rule is told', async () => {
  const editions = editionsOfRule(pack.rules[0]!.id, [pack])
  for (const format of ['terminal', 'markdown'] as const) {
    const english = [await renderRule(editions, format, { lang: 'en' }), renderRules([pack], format, { lang: 'en' })]
    for (const text of english) expect(text).not.toMatch(/〔\D+〕/)
    const chinese = [await renderRule(editions, format, { lang: 'zh' }), renderRules([pack], format, { lang: 'zh' })]
    for (const text of chinese) expect(text).toMatch(/〔\D+〕/)
  }
})
