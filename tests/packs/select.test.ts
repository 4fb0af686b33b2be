import {
  auditReport,
  type CompiledPack,
  compilePack,
  type Pack,
  PackError,
  statusOf,
  unrelatedPacks,
} from '@gouji/core'
import { noticesOf, reasonText, selectionText } from '@gouji/reporters'
import { expect, test } from 'vitest'
import { edition2020, edition2021, packs } from '../support/editions.js'

const national = edition2021.pack

const over = (name: string, base: Pack, change: Partial<Pack> = {}): Pack => ({
  ...base,
  name,
  extends: [{ name: base.name, version: base.version, integrity: base.integrity }, ...(base.extends ?? [])],
  ...change,
})

const compile = (...several: Pack[]): CompiledPack[] =>
  several.map((pack) => compilePack(pack, edition2020.code, { trusted: true }))

const judgeOf = (year: number, among: readonly CompiledPack[]) =>
  auditReport({ ...edition2021.cleanReport(), year }, among).pack?.name

test('the report year chooses the edition', () => {
  const years = [2013, 2014, 2018, 2019, 2020, 2021, 2023, 2026, 2040]
  expect(years.map((year) => judgeOf(year, packs)?.slice(-4))).toEqual([
    undefined,
    undefined,
    undefined,
    '2020',
    '2020',
    '2021',
    '2021',
    '2021',
    '2021',
  ])
})

test('years before the editions are named for what they are, and never pass', () => {
  for (const [year, words] of [
    [2018, '国办发〔2014〕32号'],
    [2014, '国办发〔2014〕32号'],
    [2013, '还没有全国统一的格式'],
    [2008, '还没有全国统一的格式'],
  ] as const) {
    const { verdict, pack, selection } = auditReport({ ...edition2020.cleanReport(), year }, packs)
    expect({ verdict, pack }).toEqual({ verdict: 'incomplete', pack: null })
    expect(selectionText(selection, 'zh')).toContain(words)
  }
})

test('a report without a single table is not finished, and never passes; one that lacks some fails', () => {
  for (const edition of [edition2020, edition2021]) {
    const report = edition.cleanReport()
    for (const section of Object.values(report.sections)) delete section.tables
    const { verdict, findings, incompleteBecause } = auditReport(report, packs)
    expect({ verdict, findings }).toEqual({ verdict: 'incomplete', findings: [] })
    expect(reasonText(incompleteBecause.find(({ ruleId }) => ruleId === 'table/missing')!, 'zh')).toContain(
      '一张表格也没有',
    )
    const some = edition.cleanReport()
    delete some.sections.disputes!.tables
    expect(auditReport(some, packs)).toMatchObject({ verdict: 'fail', findings: [{ rule: { id: 'table/missing' } }] })
  }
})

test('of the packs of a year the most derived judges, in whatever order they were loaded', () => {
  const city = over('city', national, { reportYears: { from: 2024 } })
  const district = over('district', city, { reportYears: { from: 2025 } })
  for (const order of [
    [national, city, district],
    [district, city, national],
    [city, district, national],
  ]) {
    const loaded = compile(...order)
    expect([2023, 2024, 2025].map((year) => judgeOf(year, loaded))).toEqual([national.name, 'city', 'district'])
  }
  const { selection } = auditReport({ ...edition2021.cleanReport(), year: 2025 }, compile(national, city, district))
  expect(selection).toMatchObject({ code: 'report-year', over: [national.name, 'city'] })
})

test('a district’s pack goes before the national one though the city’s between is not loaded', () => {
  const district = over('district', over('city', national))
  expect(judgeOf(2023, compile(national, district))).toBe('district')
})

test('two packs of one year that have nothing to do with each other are refused', () => {
  const [one, other] = [over('one', national), over('other', national, { reportYears: { from: 2024 } })]
  const loaded = compile(national, one, other)
  expect(unrelatedPacks([national, one, other])).toMatchObject({
    packs: [{ name: 'one' }, { name: 'other' }],
    year: 2024,
  })
  expect(unrelatedPacks([edition2020.pack, national, one])).toBeNull()
  expect(judgeOf(2023, loaded)).toBe('one')
  expect(() => judgeOf(2024, loaded)).toThrow(PackError)
})

test('two packs that claim to be built upon each other are refused', () => {
  const upon = (name: string, base: string): Pack => ({
    ...national,
    name,
    extends: [{ name: base, version: '1.0.0', integrity: 'sha512-x' }],
  })
  const [one, other] = [upon('one', 'other'), upon('other', 'one')]
  expect(unrelatedPacks([one, other])).not.toBeNull()
  expect(() => judgeOf(2023, compile(one, other))).toThrow(PackError)
})

test('a pack’s status is that of the day', () => {
  const of = (pack: Pack, asOf: string) => statusOf(pack, asOf)
  expect(of(edition2020.pack, '2019-11-30')).toBe('notYetActive')
  expect(of(edition2020.pack, '2019-12-01')).toBe('active')
  expect(of(edition2020.pack, '2021-12-31')).toBe('active')
  expect(of(edition2020.pack, '2022-01-01')).toBe('expired')
  expect(of(national, '2040-01-01')).toBe('active')
  const replaced: Pack = { ...national, status: 'deprecated', replacedBy: '@gouji/rules-2030' }
  expect(of(replaced, '2022-01-01')).toBe('deprecated')
})

test('a notice tells of a pack that is deprecated or not in force yet, and none of one whose days have ended', () => {
  const codes = (pack: Pack, asOf: string) => noticesOf([pack], [pack], asOf, 'zh').map(({ code }) => code)
  expect(codes(edition2020.pack, '2026-01-01')).toEqual([])
  expect(codes(edition2020.pack, '2020-06-01')).toEqual([])
  expect(codes(edition2020.pack, '2019-06-01')).toEqual(['PACK_NOT_YET_ACTIVE'])
  const replaced: Pack = { ...national, status: 'deprecated', replacedBy: '@gouji/rules-2030' }
  expect(noticesOf([replaced], [replaced], '2026-01-01', 'zh')).toMatchObject([
    { code: 'PACK_DEPRECATED', message: expect.stringContaining('由 @gouji/rules-2030 取代') },
  ])
})

test('a notice tells of a pack whose base is not the one that is loaded', () => {
  const city = over('city', national)
  const of = (loaded: Pack[]) => noticesOf([city], loaded, '2026-01-01', 'zh').map(({ code }) => code)
  expect(of([edition2020.pack, national, city])).toEqual([])
  expect(of([{ ...national, version: '0.2.0', integrity: 'sha512-other' }, city])).toEqual(['PACK_BASE_CHANGED'])
  expect(of([city])).toEqual([])
})
