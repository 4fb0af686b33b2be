import type { Report } from '@gouji/core'
import { audit, type Edition, type MutableReport, raisedRules, readText } from '../support/editions.js'

/** One change at one place, and the rules that it raises. */
export interface Mutated {
  readonly change: string
  readonly kind: string
  readonly place: string
  readonly raised: readonly string[]
}

/** What kind of place a cell is, as the table of mutations names it. */
const kindOf = ({ compiled: { form } }: Edition, index: number): string => {
  const { table, row, column } = form.cells[index]!
  const { id } = form.rows[row]!
  switch (form.tables[table]!.id) {
    case 'requests': {
      const total = column === 'total' ? '，总计' : ''
      if (id === 'resultsTotal') return `表三（七）总计${total}`
      return (['received', 'carriedIn', 'carriedOut'].includes(id) ? '表三 一、二、四' : '表三 办理结果') + total
    }
    case 'disputes':
      return column === 'total' ? '表四 总计' : '表四 结果'
    default:
      return `表二 ${form.cells[index]!.columnLabel}`
  }
}

type Cells = Record<string, unknown>

const rowOf = ({ compiled: { form } }: Edition, report: MutableReport, row: number): Cells => {
  const { table, id } = form.rows[row]!
  const { section, id: tableId } = form.tables[table]!
  return report.sections[section]!.tables![tableId]!.rows[id]!
}

const fullWidth = (value: unknown): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** New values of a cell. */
const valueChanges: Record<string, (value: number) => unknown> = {
  '加 1': (value) => value + 1,
  '减 1': (value) => value - 1,
  '乘 10': (value) => value * 10,
  变成小数: (value) => value + 0.25,
  变成文字: () => '若干',
  数字后带文字: (value) => `${value}abc`,
  变成空白: () => null,
  变成符号: () => '/',
  变成全角数字: fullWidth,
}

const mutateCells = (edition: Edition): Mutated[] => {
  const { form } = edition.compiled
  return form.cells.flatMap(({ index, row, column, pointer }) => {
    if (form.rows[row]!.form.local) return []
    const kind = kindOf(edition, index)
    const changed = Object.entries(valueChanges).map(([change, to]) => {
      const report = edition.cleanReport()
      const cells = rowOf(edition, report, row)
      cells[column] = to(cells[column] as number)
      return { change, kind, place: pointer, raised: raisedRules(audit(report)) }
    })
    const { columns } = form.rows[row]!
    const neighbour = columns[columns.indexOf(column) + 1]
    if (neighbour === undefined) return changed
    const report = edition.cleanReport()
    const cells = rowOf(edition, report, row)
    ;[cells[column], cells[neighbour]] = [cells[neighbour], cells[column]]
    return [...changed, { change: '与右邻对调', kind, place: pointer, raised: raisedRules(audit(report)) }]
  })
}

const mutateRows = (edition: Edition): Mutated[] => {
  const { form } = edition.compiled
  return form.rows
    .filter(({ form: { local } }) => !local)
    .map(({ index, columns, pointer, table }) => {
      const report = edition.cleanReport()
      const cells = rowOf(edition, report, index)
      const values = columns.map((column) => cells[column])
      for (const [at, column] of columns.entries()) cells[column] = at === 0 ? null : values[at - 1]
      return {
        change: '整行右移一列',
        kind: `${form.tables[table]!.label} 一行`,
        place: pointer,
        raised: raisedRules(audit(report)),
      }
    })
}

const ofText = (text: string): string[] => raisedRules(audit(readText(text)))

const mutateHeadings = (edition: Edition): Mutated[] => {
  const { pack } = edition
  const text = edition.textOf(edition.cleanReport() as Report, 'lines')
  const headings = pack.form.sections.map(({ ordinal, heading }) => `${ordinal}、${heading}`)
  const ORDINALS = '一二三四五六七'
  return pack.form.sections.flatMap(({ id, ordinal, heading }, at) => {
    const printed = `${ordinal}、${heading}`
    const without = (to: string): string => text.replace(`\n${printed}\n`, to === '' ? '\n' : `\n${to}\n`)
    const next = headings[at + 1]
    const kind = ['overview', 'problems', 'other'].includes(id) ? '文字部分的标题' : '表格部分的标题'
    const changes: [string, string][] = [
      ['丢失', without('')],
      ['重字', without(`${ordinal}、${heading.slice(0, 2)}${heading}`)],
      ['错序号', without(`${ORDINALS[at + 1]}、${heading}`)],
      ['阿拉伯数字序号', without(`${at + 1}、${heading}`)],
    ]
    if (next !== undefined) changes.push(['与后一部分对调', swapSections(text, headings, at)])
    return changes.map(([change, changed]) => ({ change: `标题${change}`, kind, place: id, raised: ofText(changed) }))
  })
}

/** The text with a section and the one behind it exchanged, headings and all. */
const swapSections = (text: string, headings: readonly string[], at: number): string => {
  const start = text.indexOf(`\n${headings[at]}\n`)
  const middle = text.indexOf(`\n${headings[at + 1]}\n`)
  const next = headings[at + 2]
  // The signature belongs to no section.
  const end = next === undefined ? text.lastIndexOf('\n云岭市人民政府\n') : text.indexOf(`\n${next}\n`)
  return text.slice(0, start) + text.slice(middle, end) + text.slice(start, middle) + text.slice(end)
}

const chineseYear = (year: number): string =>
  String(year).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!)

const mutateDates = (edition: Edition): Mutated[] => {
  const year = edition.pack.clean.year!
  const text = edition.textOf(edition.cleanReport() as Report, 'lines')
  const replace = (from: string, to: string): string => {
    if (!text.includes(from)) throw new Error(`the clean report has no ${from}`)
    return text.replace(from, to)
  }
  const title = `云岭市人民政府${year}年政府信息公开工作年度报告`
  const period = `${year}年1月1日起至${year}年12月31日止`
  const date = `${year + 1}年3月12日`
  const changes: [string, string, string][] = [
    ['名称', '上一年', replace(title, title.replace(String(year), String(year - 1)))],
    ['名称', '缺“工作”二字', replace(title, title.replace('工作', ''))],
    ['名称', '两个“年度”', replace(title, title.replace(`${year}年`, `${year}年度`))],
    ['统计期限', '上一年', replace(period, period.replaceAll(String(year), String(year - 1)))],
    ['统计期限', '只到三月底', replace(period, `${year}年1月1日起至${year}年3月31日止`)],
    ['统计期限', '日期缺字', replace(period, '年1月日起至年12月日止')],
    ['统计期限', '没有写', replace(`所列数据的统计期限自${period}。`, '')],
    ['公布日期', '下一年', replace(date, `${year + 2}年3月12日`)],
    ['公布日期', '逾期一天', replace(date, `${year + 1}年4月1日`)],
    ['公布日期', '报告年度之内', replace(date, `${year}年12月31日`)],
    ['公布日期', '中文数字', replace(date, `${chineseYear(year + 1)}年三月十二日`)],
    ['公布日期', '不存在的日期', replace(date, `${year + 1}年2月30日`)],
    ['公布日期', '没有写', replace(date, '')],
  ]
  return changes.map(([kind, change, changed]) => ({ change, kind, place: kind, raised: ofText(changed) }))
}

/** Every change at every single place. */
export const mutateAll = (edition: Edition): Mutated[] => [
  ...mutateCells(edition),
  ...mutateRows(edition),
  ...mutateHeadings(edition),
  ...mutateDates(edition),
]
