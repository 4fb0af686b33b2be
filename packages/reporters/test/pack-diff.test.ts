import { compareAudits, compilePack, diffPacks, type Pack, withValue } from '@gouji/core'
import {
  CATALOGUE_FORMATS,
  type CatalogueFormat,
  type Lang,
  renderPackDiff,
  toComparisonRecord,
} from '@gouji/reporters'
import { code } from '@gouji/rules-2020'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { auditChanged, pack } from './audited.js'

const render = (to: Pack, format: CatalogueFormat, lang: Lang = 'zh', width = 100) =>
  renderPackDiff({ from: pack, to, diff: diffPacks(pack, to) }, format, { lang, width })

const at = (pointer: string, value: unknown): Pack => withValue(pack, pointer, value)

/** A report in which something is wrong, by the pack and by the other. */
const compared = (to: Pack, path = 'a.json') => {
  const changes = { '/sections/requests/tables/requests/rows/granted/natural': 40 }
  return toComparisonRecord(
    compareAudits(auditChanged(changes), auditChanged(changes, compilePack(to, code))),
    path,
    'zh',
  )
}

describe('packs compared', () => {
  test.each(CATALOGUE_FORMATS)('%s lets no control character through', (format) => {
    expect(render(at('/rules/0/title', 'a\u001b[31mb'), format)).not.toContain('\u001b')
  })

  test('no line of a terminal is wider than it', () => {
    const text = render(
      { ...pack, clean: {} as Pack['clean'], rules: pack.rules.slice(3), edition: '长'.repeat(200) },
      'terminal',
      'zh',
      60,
    )
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60)
  })

  test('a long value is shortened so that the difference can be seen; JSON has it whole', () => {
    const why = `${'同'.repeat(200)}甲${'同'.repeat(200)}`
    const from = at('/rules/0/why', why)
    const to = at('/rules/0/why', why.replace('甲', '乙'))
    const diff = { from, to, diff: diffPacks(from, to) }
    const text = renderPackDiff(diff, 'terminal', { lang: 'zh' })
    expect(text).toMatch(/…同+甲/)
    expect(text).toMatch(/…同+乙/)
    expect(text.length).toBeLessThan(400)
    expect(renderPackDiff(diff, 'json', { lang: 'zh' })).toContain(why)
  })

  test('rows that changed alike are told together', () => {
    const { columns } = pack.form.tables[0]!.blocks[0]!
    const text = render(at('/form/tables/0/blocks/0/columns', columns.slice(1)), 'terminal')
    expect(text.split('block/columns')).toHaveLength(2)
    expect(text).toContain(`格式：改动 ${pack.form.tables[0]!.blocks[0]!.rows.length}`)
  })

  test('only what differs within a value is told', () => {
    const text = render(at('/rules/0/examples/0/verdict', 'notApplicable'), 'terminal')
    const { name, verdict } = pack.rules[0]!.examples[0]!
    expect(text).toContain(`examples/${name}/verdict`)
    expect(text).toContain(`${verdict} → notApplicable`)
  })

  test('Markdown shows marks of the packs as they are', () => {
    const text = render(at('/form/placeholders/-', '|<b>'), 'markdown')
    expect(text).toContain('新增“\\|&lt;b&gt;”')
  })
})

describe('reports compared', () => {
  const milder = at(
    '/rules',
    pack.rules.map((rule) => ({ ...rule, severity: 'note' })),
  )
  const packs = { from: pack, to: milder, diff: diffPacks(pack, milder) }

  test.each(CATALOGUE_FORMATS)('%s tells verdicts, rules and reports', (format) => {
    const reports = { compared: [compared(milder), compared(pack, 'b.json')], failures: [] }
    const text = renderPackDiff({ ...packs, reports }, format, { lang: 'en' })
    expect(text).toContain('a.json')
    if (format === 'json') {
      expect(JSON.parse(text).reports).toEqual(JSON.parse(JSON.stringify(reports)))
      return
    }
    expect(text).not.toContain('b.json')
    expect(text).toContain('2 report(s): verdict changed 1 · same verdict, other results 0 · unchanged 1')
    expect(text).toContain('fail → pass')
    expect(text).toMatch(/sum\/requests-row.*note \+1, error −1/)
  })

  test('a rule that only one pack has, and that finds nothing, is no change of a report', () => {
    const fewer = { ...pack, rules: pack.rules.filter(({ id }) => id !== 'date/deadline') }
    const reports = { compared: [compared(fewer)], failures: [] }
    const text = renderPackDiff({ from: pack, to: fewer, diff: diffPacks(pack, fewer), reports }, 'terminal', {
      lang: 'zh',
    })
    expect(text).toContain('没有变化 1')
    expect(text).toContain('通过 → 无此规则 1')
  })
})
