import type { Report } from '@gouji/core'
import { readDocument } from '@gouji/intake'
import { describe, expect, test } from 'vitest'
import { renderDocx } from '../../packages/intake/test/support/render-docx.js'
import { renderHtml } from '../../packages/intake/test/support/render-html.js'
import { audit, byEdition, type Edition, forms, raised } from '../support/editions.js'
import { changedByOne, numberCellsOf } from './one-off.js'

/** A document and the text that its places speak of. */
interface Document {
  readonly name: string
  readonly bytes: Uint8Array
  readonly source: string
}

const withUnit = (source: string): string => source.replace(/采购总金额(?!\()/u, '采购总金额(万元)')

const asHtml = ({ pack }: Edition, report: Report): Document => {
  const source = withUnit(renderHtml(report, pack.form))
  return { name: 'report.html', bytes: new TextEncoder().encode(source), source }
}

const asDocx = ({ pack }: Edition, report: Report): Document => {
  let source = ''
  const main = (xml: string) => {
    source = withUnit(xml)
    return source
  }
  return { name: 'report.docx', bytes: renderDocx(report, pack.form, { main }), source }
}

/** Every cell of the page's source by the line and column at which its text begins. */
const cellsOfHtml = (source: string): ReadonlyMap<string, string> =>
  new Map(
    source.split('\n').flatMap((text, line) =>
      [...text.matchAll(/<td[^>]*><p[^>]*>([^<]+)/gu)].map(({ 0: all, 1: cell = '', index }) => {
        const column = index + all.length - cell.length
        return [`line ${line + 1}, column ${column + 1}`, cell] as const
      }),
    ),
  )

/** Every cell of the document's XML by the number of its table, of its row and its own. */
const cellsOfDocx = (xml: string): ReadonlyMap<string, string> => {
  const parts = (text: string, tag: string) =>
    [...text.matchAll(new RegExp(`<w:${tag}[ >].*?</w:${tag}>`, 'gsu'))].map(([part]) => part)
  return new Map(
    parts(xml, 'tbl').flatMap((table, t) =>
      parts(table, 'tr').flatMap((row, r) =>
        parts(row, 'tc').map((cell, c) => {
          const text = [...cell.matchAll(/<w:t [^>]*>([^<]*)/gu)].map((run) => run[1]).join('')
          return [`table ${t + 1}, row ${r + 1}, cell ${c + 1}`, text] as const
        }),
      ),
    ),
  )
}

const formats = [
  { format: 'HTML', write: asHtml, cellsOf: cellsOfHtml, place: ['line', 'column'] },
  { format: 'DOCX', write: asDocx, cellsOf: cellsOfDocx, place: ['table', 'row', 'cell'] },
] as const

const auditOf = async ({ name, bytes }: Document) => audit((await readDocument({ name, bytes }, { forms })).report)

describe.each(byEdition)('%s', (_name, edition) => {
  describe.each(formats)('as $format', ({ write, cellsOf, place }) => {
    const clean = write(edition, edition.cleanReport())
    const cleanCells = cellsOf(clean.source)

    test('the clean report is silent', async () => {
      expect(raised(await auditOf(clean))).toEqual([])
    })

    test('each number changed by one is found, with the place where the document prints it', async () => {
      for (const { index, pointer } of numberCellsOf(edition)) {
        const changed = write(edition, changedByOne(edition, index, index % 2 === 0 ? 1 : -1))
        const [printed, ...others] = [...cellsOf(changed.source)].filter(([at, text]) => cleanCells.get(at) !== text)
        expect(others, pointer).toEqual([])
        const { findings } = await auditOf(changed)
        expect(findings.length, pointer).toBeGreaterThanOrEqual(1)
        expect(findings.length, pointer).toBeLessThanOrEqual(3)
        for (const { rule, severity, evidence } of findings) {
          expect(`${severity} ${rule.id}`, pointer).toMatch(/^error sum\//)
          const cell = evidence.find((item) => item.pointer === pointer)
          expect(place.map((key) => `${key} ${cell?.place?.[key]}`).join(', '), pointer).toBe(printed![0])
          expect(String(cell?.value), pointer).toBe(printed![1])
        }
      }
    })
  })
})
