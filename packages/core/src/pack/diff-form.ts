import type { Form, FormBlock, FormColumn, FormRelation, FormRow, FormSection, FormTable } from '../types.js'
import { diffItems, diffKeys, type ItemsDiff, type KeyChange } from './diff-items.js'

/** A table without what is compared by itself. */
export type TableFrame = Omit<FormTable, 'columns' | 'blocks'>

/** A column by itself; its id is `<table>.<column>`. */
export type PlacedColumn = FormColumn & { readonly table: string }

/** A row by itself, with its table and what it shares with the rows of its block. */
export type PlacedRow = FormRow & { readonly table: string; readonly block: Omit<FormBlock, 'rows'> }

/** How one form differs from another. */
export interface FormDiff {
  readonly sections: ItemsDiff<FormSection>
  readonly tables: ItemsDiff<TableFrame>
  readonly columns: ItemsDiff<PlacedColumn>
  readonly rows: ItemsDiff<PlacedRow>
  readonly relations: ItemsDiff<FormRelation>
  /** The form's lists of words, where words were added or dropped. */
  readonly words: readonly WordsDiff[]
  /** Whatever else differs. */
  readonly keys: readonly KeyChange[]
}

export interface WordsDiff {
  readonly key: string
  readonly added: readonly string[]
  readonly dropped: readonly string[]
}

/** Compares two forms. */
export const diffForms = (from: Form, to: Form): FormDiff => {
  const others = diffKeys(from, to, ['sections', 'tables', 'relations'])
  const words = others.flatMap(wordsOf)
  return {
    sections: diffItems(from.sections, to.sections),
    tables: diffItems(framesOf(from), framesOf(to)),
    columns: diffItems(columnsOf(from), columnsOf(to)),
    rows: diffItems(rowsOf(from), rowsOf(to)),
    relations: diffItems(from.relations, to.relations),
    words,
    keys: others.filter(({ key }) => !words.some((each) => each.key === key)),
  }
}

const framesOf = ({ tables }: Form): TableFrame[] => tables.map(({ columns: _, blocks: __, ...frame }) => frame)

const columnsOf = ({ tables }: Form): PlacedColumn[] =>
  tables.flatMap(({ id: table, columns }) =>
    columns.map((column) => ({ ...column, id: `${table}.${column.id}`, table })),
  )

const rowsOf = ({ tables }: Form): PlacedRow[] =>
  tables.flatMap(({ id: table, blocks }) =>
    blocks.flatMap(({ rows, ...block }) => rows.map((row) => ({ ...row, table, block }))),
  )

const wordsOf = ({ key, from = [], to = [] }: KeyChange): WordsDiff[] => {
  if (!areWords(from) || !areWords(to)) return []
  const added = to.filter((word) => !from.includes(word))
  const dropped = from.filter((word) => !to.includes(word))
  return added.length + dropped.length === 0 ? [] : [{ key, added, dropped }]
}

const areWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
