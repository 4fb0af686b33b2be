import { type Audit, auditReport, compareAudits, compilePack, diffPacks, type Pack, withValue } from '@gouji/core'
import { code, pack } from '@gouji/rules-2020'
import { describe, expect, test } from 'vitest'
import { edition2020 } from '../support/editions.js'

const { cleanReport } = edition2020

const BALANCE = 'sum/requests-balance'

/** The pack with one rule changed. */
const withRule = (id: string, change: object): Pack => ({
  ...pack,
  rules: pack.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)),
})

/** The document with the keys of all its objects in the opposite order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, turned(each)]),
  )
}

const nothing = { added: [], dropped: [], changed: [], reordered: false }
const same = {
  pack: [],
  instruments: [],
  rules: nothing,
  form: {
    sections: nothing,
    tables: nothing,
    columns: nothing,
    rows: nothing,
    relations: nothing,
    words: [],
    keys: [],
  },
}

describe('packs compared', () => {
  test('a pack does not differ from itself, whatever the order of its keys', () => {
    expect(diffPacks(pack, structuredClone(pack))).toEqual(same)
    expect(diffPacks(pack, turned(pack) as Pack)).toMatchObject({ ...same, instruments: [] })
  })

  test('a rule is changed by its parts, with both values', () => {
    const changed = diffPacks(
      pack,
      withRule(BALANCE, { severity: 'note', severityFor: { total: 'error' }, why: undefined }),
    )
    const { why } = pack.rules.find(({ id }) => id === BALANCE)!
    expect(changed).toEqual({
      ...same,
      rules: {
        ...nothing,
        changed: [
          {
            id: BALANCE,
            changes: [
              { key: 'severity', from: 'error', to: 'note' },
              ...(why === undefined ? [] : [{ key: 'why', from: why }]),
              { key: 'severityFor', to: { total: 'error' } },
            ],
          },
        ],
      },
    })
  })

  test('a key that no schema knows yet is compared too', () => {
    const { rules, pack: keys } = diffPacks(pack, { ...withRule(BALANCE, { later: 3 }), later: { a: 1 } } as Pack)
    expect(rules.changed).toEqual([{ id: BALANCE, changes: [{ key: 'later', to: 3 }] }])
    expect(keys).toEqual([{ key: 'later', to: { a: 1 } }])
  })

  test('rules are added, dropped and moved by their ids', () => {
    const [first, ...rest] = pack.rules
    const other = { ...first!, id: 'sum/other' }
    expect(diffPacks(pack, { ...pack, rules: [...rest, other] }).rules).toEqual({
      ...nothing,
      added: [other],
      dropped: [first],
    })
    expect(diffPacks(pack, { ...pack, rules: [...rest, first!] }).rules).toEqual({ ...nothing, reordered: true })
  })

  test('what a pack says of itself differs by key, and its hash does not count', () => {
    const later: Pack = {
      ...pack,
      version: '9.0.0',
      reportYears: { from: 2021 },
      status: 'deprecated',
      integrity: 'sha512-',
    }
    expect(diffPacks(pack, later)).toEqual({
      ...same,
      pack: [
        { key: 'version', from: pack.version, to: '9.0.0' },
        { key: 'reportYears', from: pack.reportYears, to: { from: 2021 } },
        { key: 'status', from: 'active', to: 'deprecated' },
      ],
    })
  })

  test('another document in a role is told once, with the rules that cite it', () => {
    const format = { title: '另一格式', number: '1号' }
    const { instruments, rules } = diffPacks(pack, {
      ...pack,
      instruments: { ...pack.instruments, format, uncited: format },
    })
    const citing = pack.rules.filter(({ basis }) => basis.some(({ instrument }) => instrument === 'format'))
    expect(instruments).toEqual([
      { role: 'format', from: pack.instruments.format, to: format, rules: citing.map(({ id }) => id) },
    ])
    expect(rules).toEqual(nothing)
  })
})

describe('forms compared', () => {
  const changed = (pointer: string, value: unknown) => diffPacks(pack, withValue(pack, pointer, value)).form
  const [table] = pack.form.tables
  const at = '/form/tables/0'

  test('a row that was added', () => {
    const row = { id: 'surplus', label: '结余' }
    const { columns } = table!.blocks[0]!
    expect(changed(`${at}/blocks/0/rows/-`, row)).toMatchObject({
      ...same.form,
      rows: { ...nothing, added: [{ ...row, table: table!.id, block: { columns } }] },
    })
  })

  test('a row, a column, a table and a section that changed', () => {
    const row = table!.blocks[0]!.rows[0]!
    const column = table!.columns[0]!
    const one = (id: string, key: string, from: unknown, to: unknown) => ({
      ...nothing,
      changed: [{ id, changes: [{ key, from, to }] }],
    })
    expect(changed(`${at}/blocks/0/rows/0/label`, '甲')).toEqual({
      ...same.form,
      rows: one(row.id, 'label', row.label, '甲'),
    })
    expect(changed(`${at}/columns/0/label`, '甲')).toEqual({
      ...same.form,
      columns: one(`${table!.id}.${column.id}`, 'label', column.label, '甲'),
    })
    expect(changed(`${at}/name`, '表九').tables).toEqual(one(table!.id, 'name', table!.name, '表九'))
    const section = pack.form.sections[1]!
    expect(changed('/form/sections/1/heading', '甲').sections).toEqual(
      one(section.id, 'heading', section.heading, '甲'),
    )
  })

  test('a relation that was dropped', () => {
    expect(changed('/form/relations/0', undefined).relations).toEqual({ ...nothing, dropped: [pack.form.relations[0]] })
  })

  test('sections in another order', () => {
    expect(changed('/form/sections', [...pack.form.sections].reverse()).sections).toEqual({
      ...nothing,
      reordered: true,
    })
  })

  test('words added to a list and dropped from it; another value', () => {
    const [first, ...rest] = pack.form.placeholders
    expect(changed('/form/placeholders', [...rest, '〇〇'])).toEqual({
      ...same.form,
      words: [{ key: 'placeholders', added: ['〇〇'], dropped: [first] }],
    })
    expect(changed('/form/edition', '61号').keys).toEqual([{ key: 'edition', from: pack.form.edition, to: '61号' }])
    const period = { words: ['甲'] }
    expect(changed('/form/period', period).keys).toEqual([{ key: 'period', from: pack.form.period, to: period }])
  })
})

describe('audits compared', () => {
  const audited = (changed: Pack): Audit => {
    const report = cleanReport()
    report.sections.requests!.tables!.requests!.rows.granted!.natural = 40
    return auditReport(report, [compilePack(changed, code)])
  }
  const before = audited(pack)

  test('an audit does not differ from itself', () => {
    expect(compareAudits(before, before)).toEqual({
      year: 2020,
      pack: { from: pack.name, to: pack.name },
      verdict: { from: 'fail', to: 'fail' },
      rules: [],
      findings: { added: [], gone: [] },
    })
  })

  test('a finding of another severity is gone and added', () => {
    const failed = new Set(before.findings.map(({ rule }) => rule.id))
    const milder = {
      ...pack,
      rules: pack.rules.map((rule) => (failed.has(rule.id) ? { ...rule, severity: 'note' as const } : rule)),
    }
    const { verdict, rules, findings } = compareAudits(before, audited(milder))
    expect(verdict).toEqual({ from: 'fail', to: 'pass' })
    expect(rules).toEqual([])
    expect(findings.gone).toEqual(before.findings)
    expect(findings.added.map(({ severity }) => severity)).toEqual(before.findings.map(() => 'note'))
  })

  test('a rule that one pack lacks counts with null', () => {
    const lacking = { ...pack, rules: pack.rules.filter(({ id }) => id !== 'sum/requests-row') }
    const gone = compareAudits(before, audited(lacking))
    expect(gone.rules).toEqual([{ id: 'sum/requests-row', from: 'fail', to: null }])
    expect(gone.findings.gone.map(({ rule }) => rule.id)).toEqual(['sum/requests-row'])
    expect(compareAudits(audited(lacking), before).rules).toEqual([{ id: 'sum/requests-row', from: null, to: 'fail' }])
  })

  test('a pack that does not cover the year judged nothing', () => {
    const { pack: packs, verdict, rules } = compareAudits(before, audited({ ...pack, reportYears: { from: 2021 } }))
    expect(packs).toEqual({ from: pack.name, to: null })
    expect(verdict).toEqual({ from: 'fail', to: 'incomplete' })
    expect(rules).toHaveLength(pack.rules.length)
    expect(rules.every(({ to }) => to === null)).toBe(true)
  })
})
