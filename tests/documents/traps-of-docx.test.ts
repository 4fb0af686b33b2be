import { readDocument } from '@gouji/intake'
import { describe, expect, test } from 'vitest'
import { paragraph, renderDocx, tableOf } from '../../packages/intake/test/support/render-docx.js'
import { form, nextForm, numbered } from '../../packages/intake/test/support/sample-report.js'
import { forms } from '../support/editions.js'
import { expectSame } from './as-printed.js'

const RUN = /(<w:r [^>]*>)(<w:rPr>.*?<\/w:rPr>)<w:t [^>]*>([^<]*)<\/w:t><\/w:r>/gu
const NEW_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

const cell = (text: string) => ({ content: paragraph(text) })

const metadata = tableOf([
  [cell('索 引 号：'), cell('00123456-7/2021-00012'), cell('主题分类：'), cell('政府信息公开')],
  [cell('发布机构：'), cell('某县某某局'), cell('文　　号：'), cell('')],
])

const pageNumber = (number: number): string =>
  paragraph(
    `<w:r><w:t>- </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${number}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> -</w:t></w:r>`,
  )

/** Every table cut before its row of that number, the rest of it being a table of its own behind `between`. */
const cutTables = (xml: string, before: number, between: string): string =>
  xml.replace(/(<w:tbl>.*?<\/w:tblGrid>)(.*?)<\/w:tbl>/gsu, (all, head: string, rows: string) => {
    const parts = rows.split(/(?=<w:tr )/u)
    if (parts.length <= before) return all
    const table = (part: readonly string[]) => `${head}${part.join('')}</w:tbl>`
    return table(parts.slice(0, before)) + between + table(parts.slice(before))
  })

const traps: readonly { readonly name: string; readonly main: (xml: string) => string }[] = [
  {
    name: 'labels and numbers in many runs',
    main: (xml) =>
      xml.replace(RUN, (_, open: string, properties: string, text: string) =>
        [...text.matchAll(/&\w+;|./gsu)]
          .map(([part]) => `${open}${properties}<w:t xml:space="preserve">${part}</w:t></w:r>`)
          .join('<w:proofErr w:type="gramStart"/>'),
      ),
  },
  {
    name: 'spaces that do not break',
    main: (xml) => xml.replace(RUN, '$1$2<w:t xml:space="preserve">\u00A0$3\u00A0</w:t></w:r>'),
  },
  {
    name: 'headers in two lines',
    main: (xml) => xml.replace(/>(本年新|本年|对外公开|现行)(\S+?)<\/w:t>/gu, '>$1</w:t><w:br/><w:t>$2</w:t>'),
  },
  { name: 'a table of its own first', main: (xml) => xml.replace('<w:body>', `$&${metadata}`) },
  {
    name: 'each table in a table',
    main: (xml) => xml.replace(/<w:tbl>.*?<\/w:tbl>/gsu, (table) => tableOf([[{ content: table + paragraph('') }]])),
  },
  {
    name: 'rows that pages break',
    main: (xml) => xml.replace(RUN, '$1$2<w:lastRenderedPageBreak/><w:t>$3</w:t></w:r>'),
  },
  { name: 'tables cut by a new page', main: (xml) => cutTables(xml, 7, NEW_PAGE) },
  { name: 'tables cut by a page’s number', main: (xml) => cutTables(xml, 9, pageNumber(2) + NEW_PAGE) },
]

describe.each(traps)('$name', ({ main }) => {
  test.each([form, nextForm])('$edition', async (edition) => {
    const report = numbered(edition)
    const changed = (xml: string) => {
      expect(main(xml)).not.toBe(xml)
      return main(xml)
    }
    const bytes = renderDocx(report, edition, { main: changed })
    expectSame((await readDocument({ name: 'report.docx', bytes }, { forms })).report, report)
  })
})
