import type { Cell, Form, Report } from '@gouji/core'
import { pack as pack2020 } from '@gouji/rules-2020'
import { pack as pack2021 } from '@gouji/rules-2021'
import { type Given, readText as modelOf, readModel } from '../../src/index.js'

/** The 60号 edition's form. */
export const { form } = pack2020

/** The 30号 edition's form. */
export const { form: nextForm } = pack2021

/** A report of the form whose rows are all there; `cell` says what stands in each. */
export const makeReport = (
  cell: (table: string, row: string, column: string) => Cell,
  edition: Form = form,
): Report => ({
  schemaVersion: 1,
  title: '某县某某局2020年政府信息公开工作年度报告',
  preface: '本报告由某县某某局编制,所列数据的统计期限自2020年1月1日起至2020年12月31日止。',
  publishedOn: { date: '2021-01-20', from: 'report' },
  body: { name: '某县某某局' },
  sections: Object.fromEntries(
    edition.sections.map(({ id, ordinal, heading }) => [
      id,
      {
        heading: `${ordinal}、${heading}`,
        text: edition.tables.some(({ section }) => section === id)
          ? ''
          : '一段文字,说明有关情况。\n又一段文字,说明其他情况。',
        tables: Object.fromEntries(
          edition.tables
            .filter(({ section }) => section === id)
            .map((table) => [
              table.id,
              {
                form: edition.edition,
                rows: Object.fromEntries(
                  table.blocks.flatMap(({ rows, columns }) =>
                    rows.map((row) => [
                      row.id,
                      Object.fromEntries(columns.map((column) => [column, cell(table.id, row.id, column)])),
                    ]),
                  ),
                ),
              },
            ]),
        ),
      },
    ]),
  ),
})

/** A report in which every cell has a number of its own. */
export const numbered = (edition: Form = form): Report => {
  let next = 0
  return makeReport(() => ++next + 1000, edition)
}

export const readText = (text: string, given?: Given, forms: readonly Form[] = [form]): Report =>
  readModel(modelOf(text), { forms, ...(given && { given }) })

/** The rows of every table, by table. */
export const rowsOf = ({
  sections,
}: Report): Record<string, Readonly<Record<string, Readonly<Record<string, Cell>>>>> =>
  Object.fromEntries(
    Object.values(sections).flatMap(({ tables = {} }) => Object.entries(tables).map(([id, { rows }]) => [id, rows])),
  )
