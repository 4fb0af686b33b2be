import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { editions } from '../support/editions.js'
import { type Mutated, mutateAll } from './mutations.js'

/** A line of a page under docs/mutations. */
interface Line {
  readonly change: string
  readonly kind: string
  readonly places: number
  readonly always: readonly string[]
  readonly sometimes: readonly string[]
  readonly undetectable: number
  readonly reason: string
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

const linesOf = (page: string): Line[] =>
  readFileSync(new URL(`../../docs/mutations/${page}.md`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^\| [^改]/.test(line) && !line.startsWith('|---'))
    .map((line) => {
      const [change = '', kind = '', places, always = '', sometimes = '', undetectable, reason = ''] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
      return {
        change,
        kind,
        places: Number(places),
        always: words(always),
        sometimes: words(sometimes),
        undetectable: Number(undetectable),
        reason,
      }
    })

describe.each(editions.map((edition) => [edition.pack.name.replace('@gouji/', ''), edition] as const))(
  '%s',
  (page, edition) => {
    const lines = linesOf(page)
    const groups = new Map<string, Mutated[]>()
    for (const mutated of mutateAll(edition)) {
      const key = `${mutated.change} | ${mutated.kind}`
      groups.set(key, [...(groups.get(key) ?? []), mutated])
    }

    test('the table tells of every kind of change at every kind of place', () => {
      expect(lines.map(({ change, kind }) => `${change} | ${kind}`)).toEqual([...groups.keys()])
    })

    test.each(lines)('$change | $kind', ({ change, kind, places, always, sometimes, undetectable, reason }) => {
      const tried = groups.get(`${change} | ${kind}`)!
      expect(tried).toHaveLength(places)
      const silent = tried.filter(({ raised }) => raised.length === 0)
      expect(silent).toHaveLength(undetectable)
      expect(undetectable === 0 || reason !== '').toBe(true)
      for (const { place, raised } of tried) {
        expect(raised, place).toEqual(expect.arrayContaining([...always]))
        expect([...always, ...sometimes], place).toEqual(expect.arrayContaining([...raised]))
      }
      for (const rule of sometimes)
        expect(
          tried.some(({ raised }) => raised.includes(rule)),
          rule,
        ).toBe(true)
    })
  },
)
