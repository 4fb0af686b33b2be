import { type Pack, withValue } from '@gouji/core'
import { type CatalogueFormat, editionsOfRule, type Lang, renderRule, renderRulePage } from '@gouji/reporters'
import { pack as rules2021 } from '@gouji/rules-2021'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { pack as rules2020 } from './audited.js'

const bundled = [rules2020, rules2021]
const explain = (
  id: string,
  packs: readonly Pack[] = bundled,
  format: CatalogueFormat = 'terminal',
  lang: Lang = 'zh',
) => renderRule(editionsOfRule(id, packs), format, { lang, width: 80 })

/** The newer pack with another value in one of its rules. */
const changed = (id: string, pointer: string, value: unknown): Pack[] => {
  const index = rules2021.rules.findIndex((rule) => rule.id === id)
  return [rules2020, withValue(rules2021, `/rules/${index}${pointer}`, value)]
}

/** What is told of the older edition. */
const olderPart = (text: string): string => text.slice(text.search(/^60号格式/m))

const ids = [...new Set(bundled.flatMap(({ rules }) => rules.map(({ id }) => id)))]

test.each(ids)('%s is told in all its editions, within 80 columns', async (id) => {
  const editions = editionsOfRule(id, bundled)
  const text = await explain(id)
  for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80)
  expect(text).not.toMatch(/[(（“《]\n|\n *[，。、；：”）》〕]|\n *"\n/)
  for (const { pack, rule } of editions) {
    expect(text).toContain(`${pack.name} ${pack.version}`)
    for (const { instrument } of rule.basis)
      expect(text.replaceAll(/\n */g, '')).toContain(pack.instruments[instrument]!.number ?? '')
  }
  expect(text.includes('只用于')).toBe(editions.length === 1)
})

describe('an older edition', () => {
  test('that has nothing otherwise is told to be the same', async () => {
    const text = await explain('structure/government-content')
    expect(olderPart(text)).toBe('60号格式（2019–2020 年度）：与上相同\n')
  })

  test('tells its own document though the rule is the same', async () => {
    const [title, ...lines] = olderPart(await explain('sum/requests-balance'))
      .trim()
      .split('\n')
    expect(title).toBe('60号格式（2019–2020 年度）的不同之处')
    expect(lines.join('')).toMatch(/^ {2}依据 .*〔2019〕60号/)
    expect(lines).toHaveLength(2)
  })

  test.each([
    ['/severity', 'note', '级别      错误'],
    ['/severityFor', { overview: 'note' }, '级别      错误'],
    ['/why', '另一种说明', '说明      表三上方'],
    ['/deprecated', { since: '1.0.0' }, '弃用      无'],
    ['/each', 'report', 'each  {"relation":"requests.balance"} → report'],
    ['/failWhen/all/0/operator', 'lessThan', 'failWhen/all/0/operator  notEqual → lessThan'],
    ['/needs', ['left', 'right', 'delta'], 'needs  新增“delta”'],
    ['/severityWhen', [{ when: { condition: 'a' }, severity: 'note' }], 'severityWhen  — →'],
  ])('whose rule has another %s tells it', async (pointer, value, expected) => {
    const id = 'sum/requests-balance'
    expect(olderPart(await explain(id, changed(id, pointer, value)))).toContain(expected)
  })

  test('has a parameter’s value told once, by the parameter’s name', async () => {
    const id = 'structure/problems-thin'
    const text = olderPart(await explain(id, changed(id, '/failWhen/any/0/value', 50)))
    expect(text).toContain('改动（60号 → 30号）\n  shortest  30 → 50\n')
    expect(text).not.toContain('failWhen')
  })

  test('has those examples told that the newest has not', async () => {
    expect(olderPart(await explain('date/stale-reference'))).toMatch(/另有示例\n {2}引用第492号：不通过\n.*492号/)
  })
})

describe('packs of one edition', () => {
  const [id, pointer] = ['structure/problems-thin', '/failWhen/any/0/value']
  const city = { ...changed(id, pointer, 50)[1]!, name: 'city' }

  test('are told by their names, the one loaded last first; editions that differ alike together', async () => {
    const text = await explain(id, [...bundled, city])
    expect(text).toMatch(/shortest +最少字数：50/)
    const names = `${rules2021.name} ${rules2021.version}、60号格式（2019–2020 年度）`
    expect(text).toContain(`\n${names}的不同之处\n\n  改动（${rules2021.name}、60号 → city）\n  shortest  30 → 50\n`)
    expect(text.match(/不同之处/g)).toHaveLength(1)
  })

  test('are told by their years where these differ', async () => {
    const text = await explain(id, [...bundled, { ...city, reportYears: { from: 2025 } }])
    expect(text).toContain('\n30号格式（2021 年度起）、60号格式（2019–2020 年度）的不同之处\n')
  })

  test('are told apart where they differ otherwise', async () => {
    const text = await explain('sum/requests-balance', [...bundled, city])
    expect(text).toContain(`\n${rules2021.name} ${rules2021.version}：与上相同\n`)
    expect(text).toContain('\n60号格式（2019–2020 年度）的不同之处\n')
  })
})

test.each([
  ['date/deadline', 'days', '次年的期限（月-日）：department 01-31、government 03-31'],
  ['structure/government-content', 'topics', '工作考核（考核、考评）'],
  ['date/stale-reference', 'terms', '60号等 20 项'],
])('%s shows its parameter %s shortly', async (id, name, expected) => {
  const text = (await explain(id)).replaceAll(/\n */g, '')
  expect(text).toContain(name)
  expect(text).toContain(expected)
})

test('json has each edition whole, in the order of the packs, with the parameters’ values', async () => {
  const told = JSON.parse(await explain('structure/problems-thin', bundled, 'json'))
  expect(told.map(({ pack }: { pack: string }) => pack)).toEqual(bundled.map((pack) => `${pack.name} ${pack.version}`))
  expect(told[0].parameters[0]).toEqual({ name: 'shortest', title: '最少字数', value: 30 })
  expect(JSON.parse(await explain('sum/published-made', bundled, 'json'))).toMatchObject({ parameters: [] })
})

test('no control character of a pack comes through', async () => {
  const packs = changed('date/deadline', '/parameters/days/title', 'a\u001b[31mb')
  for (const format of ['terminal', 'markdown'] as const)
    expect(await explain('date/deadline', packs, format)).not.toContain('\u001b')
})

test('English is told in English', async () => {
  const text = await explain('sum/requests-balance', bundled, 'terminal', 'en')
  expect(text).toContain('60号 (2019–2020): differences')
  expect(text).toContain('editions')
  expect(text).not.toMatch(/年度起|不同之处|第 \d 版/)
})

test.each(ids)('the page of %s names it, its bases and every example of every edition', (id) => {
  const editions = editionsOfRule(id, bundled)
  const page = renderRulePage(editions)
  expect(page).toContain(`\`${id}\``)
  for (const { rule } of editions) {
    for (const { clause } of rule.basis) expect(page).toContain(clause)
    for (const { name } of rule.examples) expect(page).toMatch(new RegExp(`^\\| ${name} \\|`, 'm'))
  }
})
