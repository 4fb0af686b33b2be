import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layouts, renderReport } from './support/render-report.js'
import { form, numbered, readText, rowsOf } from './support/sample-report.js'

const full = numbered()
const expected = rowsOf(full)
/** Each number stands in one cell only, so that one in another's place is seen. */
const numbers = new Set(
  Object.values(expected).flatMap((rows) => Object.values(rows).flatMap((row) => Object.values(row))),
)

type Damage = (lines: string[], at: number, by: number) => void
const damages: Record<string, Damage> = {
  'a line lost': (lines, at) => lines.splice(at, 1),
  'a line twice': (lines, at) => lines.splice(at, 0, lines[at]!),
  'a bare number between': (lines, at, by) => lines.splice(at, 0, String(by % 50)),
  'two lines in one': (lines, at) => lines.splice(at, 2, lines[at]! + (lines[at + 1] ?? '')),
  'a line in two': (lines, at, by) => {
    const cut = by % (lines[at]!.length + 1)
    lines.splice(at, 1, lines[at]!.slice(0, cut), lines[at]!.slice(cut))
  },
  'blank lines': (lines, at) => lines.splice(at, 0, '', ''),
  'a page’s end': (lines, at) => lines.splice(at, 1, `\f${lines[at]}`),
  'lines in another order': (lines, at) => lines.splice(at, 2, lines[at + 1] ?? '', lines[at]!),
}
const damage = fc.tuple(fc.constantFrom(...Object.keys(damages)), fc.nat(), fc.nat())

test.each(layouts)('%s: no damage to the lines puts a number into another cell', { timeout: 60_000 }, (layout) => {
  const lines = renderReport(full, form, layout).split('\n')
  // A value lost and a blank line won make a row that shows a blank cell, and no reader could know.
  const isLines = layout.startsWith('lines')
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: isLines ? 1 : 3 }), (done) => {
      const damaged = [...lines]
      for (const [name, at, by] of done) damages[name]?.(damaged, at % damaged.length, by)
      // Nor where two values change places.
      const isHidden = isLines && done.some(([name]) => name === 'lines in another order')
      for (const [table, rows] of Object.entries(rowsOf(readText(damaged.join('\n')))))
        for (const [row, cells] of Object.entries(rows))
          for (const [column, cell] of Object.entries(cells))
            if (numbers.has(cell) && !isHidden)
              expect([table, row, column, cell]).toEqual([table, row, column, expected[table]?.[row]?.[column]])
    }),
    { seed: 20190515, numRuns: 200 },
  )
})
