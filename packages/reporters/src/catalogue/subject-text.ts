import type { Form, Rule } from '@gouji/core'
import { joined, type Lang, say } from '../message/lang.js'

type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<Lang, string>>>>

/** The kinds of thing that a rule can be applied to all of. */
const WHOLE: Words<Extract<Rule['each'], string>> = {
  report: { zh: '整份报告', en: 'the report' },
  section: { zh: '每个部分', en: 'each section' },
  heading: { zh: '每个标题', en: 'each heading' },
  table: { zh: '每张表', en: 'each table' },
  row: { zh: '每一行', en: 'each row' },
  cell: { zh: '每个单元格', en: 'each cell' },
}

const CELLS: Words<'count' | 'signed' | 'money'> = {
  count: { zh: '件数', en: 'counts' },
  signed: { zh: '增减数', en: 'changes' },
  money: { zh: '金额', en: 'amounts' },
}

/** What a rule is applied to, once each, in words. */
export const subjectOfRule = ({ each }: Rule, form: Form, lang: Lang): string => {
  if (typeof each === 'string') return WHOLE[each][lang]
  const list = (labels: readonly string[]): string => joined(labels, lang)
  if (each.section) return say(lang, '部分：', 'sections: ') + list(each.section.map((id) => sectionLabel(form, id)))
  if (each.table)
    return (
      say(lang, '表：', 'tables: ') +
      list(each.table.map((id) => form.tables.find((table) => table.id === id)?.name ?? id))
    )
  if (each.row) return say(lang, '行：', 'rows: ') + list(each.row.map((id) => rowLabel(form, id)))
  if (each.cell) return say(lang, '单元格：', 'cells: ') + list(each.cell.map((kind) => CELLS[kind][lang]))
  return relationText(form, each.relation ?? '', lang)
}

const sectionLabel = (form: Form, id: string): string => {
  const section = form.sections.find((candidate) => candidate.id === id)
  return section ? `${section.ordinal}、${section.heading}` : id
}

const rowLabel = (form: Form, id: string): string =>
  form.tables.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows)).find((row) => row.id === id)?.label ?? id

const relationText = (form: Form, id: string, lang: Lang): string => {
  const relation = form.relations.find((candidate) => candidate.id === id)
  const table = form.tables.find((candidate) => candidate.id === relation?.table)
  if (!relation || !table) return id
  const labels = new Map<string, string>(
    relation.per === 'column'
      ? table.blocks.flatMap(({ rows }) => rows.map((row) => [row.id, row.label] as const))
      : table.columns.map((column) => [column.id, column.label] as const),
  )
  const terms = (ids: readonly string[]): string => ids.map((term) => labels.get(term) ?? term).join(' + ')
  const each = relation.per === 'column' ? say(lang, '每列', 'each column') : say(lang, '每行', 'each row')
  return `${table.name}${say(lang, '，', ', ')}${each}${say(lang, '：', ': ')}${terms(relation.left)} = ${terms(relation.right)}`
}
