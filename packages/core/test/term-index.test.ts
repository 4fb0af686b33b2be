import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { createTermIndex } from '../src/text/term-index.js'

/** Few characters, so that terms stand in texts; pairs of surrogates whole and halved, and two of one class of anchors. */
const CHARACTERS = ['信', '息', '》', '。', 'a', 'h', '1', '\n', '\0', '\uffff', '𠮷', '\ud842', '\udfb7']
const texts = (maxLength: number) =>
  fc.array(fc.constantFrom(...CHARACTERS), { maxLength }).map((characters) => characters.join(''))
const term = fc
  .tuple(texts(4), fc.constantFrom(1, 2))
  .map(([word, times]) => word.repeat(times))
  .filter((word) => word !== '')
const groups = fc.array(fc.array(term, { maxLength: 6 }), { minLength: 1, maxLength: 5 })

/** By group, each term at each place where it stands: a term that a group has twice is found as the first. */
const hitsOneByOne = (text: string, terms: readonly string[]): string[] =>
  terms.flatMap((each, place) =>
    [...Array(text.length).keys()]
      .filter((start) => terms.indexOf(each) === place && text.startsWith(each, start))
      .map((start) => `${place} at ${start}`),
  )

test('one pass finds what looking for each term at each place finds', () => {
  fc.assert(
    fc.property(groups, fc.array(texts(14), { minLength: 20, maxLength: 20 }), (lists, scanned) => {
      const index = createTermIndex()
      const numbers = lists.map((terms) => index.watch(terms))
      for (const text of scanned) {
        const found = index.scan(text)
        for (const [list, terms] of lists.entries()) {
          const hits = found[numbers[list]!]
          // None is told by there being no list.
          expect(hits?.length).not.toBe(0)
          const pairs = [...Array((hits?.length ?? 0) / 2).keys()].map((i) => `${hits![2 * i]} at ${hits![2 * i + 1]}`)
          expect(pairs.sort()).toEqual(hitsOneByOne(text, terms).sort())
        }
      }
    }),
    { seed: 4, numRuns: 1000 },
  )
})

/** How many characters are read at a time, and a few lengths around it. */
const STRETCH = 0x4000
const LENGTHS = [-3, -2, -1, 0, 1, 2, 3].flatMap((more) => [STRETCH + more, 2 * STRETCH + more])

const findsAcrossStretches = async (): Promise<void> => {
  const { createTermIndex: create } = await import('../src/text/term-index.js')
  const index = create()
  const group = index.watch(['信息信息', '》'])
  for (const length of LENGTHS) {
    const text = `${'年'.repeat(length - 2)}信息信息》${'年'.repeat(length)}》年`
    expect(index.scan(text)[group], `${length} characters`).toEqual([0, length - 2, 1, length + 2, 1, 2 * length + 3])
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

test('terms are found where one stretch of a text ends and the next begins', findsAcrossStretches)

test('a host without Node’s Buffer finds the same', async () => {
  vi.resetModules()
  vi.stubGlobal('Buffer', undefined)
  await findsAcrossStretches()
})

test('a Buffer that writes the bytes in another order is not used', async () => {
  vi.resetModules()
  const { Buffer: own } = globalThis
  vi.stubGlobal('Buffer', {
    from: (memory: ArrayBuffer) => ({
      write: (text: string) => own.from(memory).fill(own.from(text, 'utf16le').swap16(), 0, text.length * 2),
    }),
  })
  await findsAcrossStretches()
})
