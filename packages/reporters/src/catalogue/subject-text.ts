import type { Form, Rule } from '@gouji/core'
import { joined, type Lang, say } from '../message/lang.js'

/** What a rule is applied to, once each, in words. */
export const subjectOfRule = ({ each }: Rule, form: Form, lang: Lang): string => {
  if (typeof each === 'string') return wholeKind(each, lang)
  const list = (labels: readonly string[]): string => joined(labels, lang)
  if (each.section) return say(lang, '部分：', 'sections: ') + list(each.section.map((id) => sectionLabel(form, id)))
  if (each.table)
    return (
      say(lang, '表：', 'tables: ') +
      list(each.table.map((id) => form.tables.find((table) => table.id === id)?.name ?? id))
    )
  if (each.row) return say(lang, '行：', 'rows: ') + list(each.row.map((id) => rowLabel(form, id)))
  if (each.cell) return say(lang, '单元格：', 'cells: ') + list(each.cell.map((kind) => cellKind(kind, lang)))
  return relationText(form, each.relation ?? '', lang)
}

const wholeKind = (each: Extract<Rule['each'], string>, lang: Lang): string => {
  switch (each) {
    case 'report':
      return say(lang, '整份报告', 'the report')
    case 'section':
      return say(lang, '每个部分', 'each section')
    case 'heading':
      return say(lang, '每个标题', 'each heading')
    case 'table':
      return say(lang, '每张表', 'each table')
    case 'row':
      return say(lang, '每一行', 'each row')
    case 'cell':
      return say(lang, '每个单元格', 'each cell')
    default:
      return each satisfies never
  }
}

const cellKind = (kind: 'count' | 'signed' | 'money', lang: Lang): string => {
  switch (kind) {
    case 'count':
      return say(lang, '件数', 'counts')
    case 'signed':
      return say(lang, '增减数', 'changes')
    case 'money':
      return say(lang, '金额', 'amounts')
    default:
      return kind satisfies never
  }
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
