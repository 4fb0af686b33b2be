import { describe, expect, test } from 'vitest'
import { IntakeError, type Limits, readDocument } from '../../src/index.js'
import { renderXlsx, type XlsxOptions } from '../support/render-xlsx.js'
import { form, nextForm, numbered, rowsOf } from '../support/sample-report.js'

const forms = [form, nextForm]
const read = async (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
  (await readDocument({ name: '年报.xlsx', bytes }, { forms, limits })).report

const layouts: readonly (readonly [string, XlsxOptions])[] = [
  ['on one sheet', { sheets: 'one' }],
  ['on a sheet each', { sheets: 'each' }],
  ['on one sheet, its text not merged', { sheets: 'one', isMerged: false }],
  ['on a sheet each, its text not merged', { sheets: 'each', isMerged: false }],
  ['away from the corner', { sheets: 'one', margin: 2 }],
]

describe.each([
  ['60号', form],
  ['30号', nextForm],
] as const)('a report of %s comes back as it was', (_, edition) => {
  test.each(layouts)('%s', async (_name, options) => {
    const printed = numbered(edition)
    const back = await read(await renderXlsx(printed, edition, options))
    expect(rowsOf(back)).toEqual(rowsOf(printed))
    const said = ({ sections }: typeof back) => Object.values(sections).map(({ heading, text }) => [heading, text])
    expect(said(back)).toEqual(said(printed))
    expect(back).toMatchObject({ title: printed.title, preface: printed.preface, publishedOn: printed.publishedOn })
    expect(back.document?.unplaced ?? []).toEqual([])
    expect(back.document?.oddRows ?? []).toEqual([])
  })
})
