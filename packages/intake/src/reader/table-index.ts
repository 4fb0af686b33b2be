import type { Form, FormBlock, FormRow, FormTable } from '@gouji/core'
import { type LabelKey, labelKey } from './label-key.js'
import { isPlainNumber } from './values.js'

export interface IndexedRow {
  readonly row: FormRow
  readonly block: FormBlock
  /** Place in the form's order, from 0. */
  readonly order: number
  /** Its label and variants. */
  readonly keys: readonly LabelKey[]
}

/** What a printed text may be in a table. */
export type Label =
  | { readonly kind: 'row'; readonly row: IndexedRow }
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'otherMark'; readonly edition: string }
  | { readonly kind: 'group' | 'caption' }

/** A form's table by its labels. */
export interface TableIndex {
  readonly form: Form
  readonly table: FormTable
  readonly pointer: string
  readonly rows: readonly IndexedRow[]
  readonly labels: ReadonlyMap<string, readonly Label[]>
  /** Keys of the labels that only this edition prints. */
  readonly marks: ReadonlySet<string>
}

const indexes = new WeakMap<Form, readonly TableIndex[]>()

/** The form's tables, each once for all documents. */
export const indexTables = (form: Form): readonly TableIndex[] => {
  const known = indexes.get(form) ?? form.tables.map((table) => indexTable(form, table))
  indexes.set(form, known)
  return known
}

/** Every label of the table by its key; one key may name several, as 总计 names a row and a column. */
const indexTable = (form: Form, table: FormTable): TableIndex => {
  const labels = new Map<string, Label[]>()
  const add = (text: string, label: Label) => {
    const { key } = labelKey(text)
    const same = labels.get(key)
    if (same) {
      if (label.kind !== 'group' && label.kind !== 'caption') same.push(label)
      else if (!same.some(({ kind }) => kind === label.kind)) same.push(label)
    } else labels.set(key, [label])
  }
  const rows: IndexedRow[] = []
  for (const block of table.blocks) {
    if (block.caption) add(block.caption, { kind: 'caption' })
    for (const row of block.rows) {
      const texts = [row.label, ...(row.variants ?? []), ...(row.oddLabels ?? [])]
      const indexed = { row, block, order: rows.length, keys: texts.map(labelKey) }
      rows.push(indexed)
      for (const key of new Set(indexed.keys.map(({ key }) => key)))
        labels.set(key, [...(labels.get(key) ?? []), { kind: 'row', row: indexed }])
      for (const group of row.group ?? []) add(group, { kind: 'group' })
    }
  }
  for (const { id, label, variants = [], group } of table.columns) {
    for (const text of [label, ...variants]) add(text, { kind: 'column', column: id })
    if (group) add(group, { kind: 'caption' })
  }
  for (const caption of table.captions ?? []) add(caption, { kind: 'caption' })
  for (const { edition, labels: marks } of table.otherMarks ?? [])
    for (const mark of marks) add(mark, { kind: 'otherMark', edition })
  return {
    form,
    table,
    pointer: `/sections/${table.section}/tables/${table.id}`,
    rows,
    labels,
    marks: new Set((table.marks ?? []).map((mark) => labelKey(mark).key)),
  }
}

const NONE: readonly Label[] = []

/** What the text may be in the table; empty where it is none of its labels. */
export const findLabels = (index: TableIndex, text: string, keyOf: (text: string) => LabelKey): readonly Label[] => {
  // Most texts of a table by far, and what they are is what their key would be.
  if (text === '') return NONE
  if (isPlainNumber(text)) return index.labels.get(text) ?? NONE
  const found = index.labels.get(keyOf(text).key)
  if (found) return found
  if (text[0] !== '(' && text[0] !== '（') return NONE
  // A caption is often printed in brackets.
  const inner = /^[(（](.+)[)）]$/su.exec(text)?.[1]
  return (inner !== undefined && index.labels.get(keyOf(inner).key)) || NONE
}
