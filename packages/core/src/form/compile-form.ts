import type { CellWords } from '../cell/read-cell.js'
import { TRAIT } from '../reading/reading.js'
import type { Form, FormColumn, FormRow, FormSection, FormTable } from '../types.js'

/** A cell of the form, at its index in {@link CompiledForm.cells}. */
export interface CellSpec {
  readonly index: number
  readonly row: number
  readonly table: number
  readonly column: string
  readonly kind: NonNullable<FormColumn['kind']>
  readonly key: string
  readonly pointer: string
  readonly label: string
  readonly columnLabel: string
}

/** A row of the form; its cells are `firstCell` up to, not including, `endCell`. */
export interface RowSpec {
  readonly index: number
  readonly table: number
  readonly id: string
  readonly label: string
  readonly pointer: string
  readonly firstCell: number
  readonly endCell: number
  readonly columns: readonly string[]
  readonly form: FormRow
  readonly block: number
}

/** A table of the form; its rows are `firstRow` up to `endRow`, its cells `firstCell` up to `endCell`. */
export interface TableSpec {
  readonly index: number
  readonly id: string
  readonly label: string
  readonly section: string
  readonly pointer: string
  readonly firstRow: number
  readonly endRow: number
  readonly firstCell: number
  readonly endCell: number
  readonly form: FormTable
  /** The edition whose table this is: another than the form's where a report follows two. */
  readonly edition: string
}

/** A section of the form, at its position. */
export interface SectionSpec {
  readonly index: number
  readonly id: string
  readonly label: string
  readonly pointer: string
  readonly textPointer: string
  readonly form: FormSection
  readonly tables: readonly number[]
}

/** One sum or balance: the cells on both sides, by index. */
export interface RelationSpec {
  readonly index: number
  readonly id: string
  readonly key: string
  readonly label: string
  readonly table: number
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** The terms as an auditor reads them. */
  readonly leftTerms: readonly string[]
  readonly rightTerms: readonly string[]
  readonly total: boolean
}

/** A form laid out flat, so that a report is read once, cell by cell. Keeps nothing of any report. */
export interface CompiledForm {
  readonly form: Form
  readonly edition: string
  readonly sections: readonly SectionSpec[]
  readonly tables: readonly TableSpec[]
  readonly rows: readonly RowSpec[]
  readonly cells: readonly CellSpec[]
  readonly relations: readonly RelationSpec[]
  readonly words: CellWords
  /** For each cell, the relations whose total it is. */
  readonly totalOf: readonly (readonly number[])[]
  /** What a reading starts from: every cell and row missing. */
  readonly blank: {
    readonly missingNumbers: readonly number[]
    readonly missingTraits: readonly number[]
    readonly missingRows: readonly boolean[]
  }
  /** By table: that none is known to be the same in another edition. */
  readonly noneShared: readonly boolean[]
  /** Where each thing stands in the form, from 1, by its pointer. */
  readonly rankOfPointer: ReadonlyMap<string, number>
  readonly rowById: ReadonlyMap<string, RowSpec>
  /** By `<row>.<column>`. */
  readonly cellByKey: ReadonlyMap<string, CellSpec>
}

const byLength = (a: string, b: string): number => b.length - a.length

/** The same text as a property's name: such names are unique in memory, so comparing two is comparing addresses. */
const asName = (text: string): string => Object.keys({ [text]: 0 })[0] ?? text

/** Lays a form out. The form must have passed the pack's checks. `editions` names, by table, those that are not the form's own. */
export const compileForm = (form: Form, editions: ReadonlyMap<string, string> = new Map()): CompiledForm => {
  const rows: RowSpec[] = []
  const cells: CellSpec[] = []
  const tables = form.tables.map((table, index) =>
    layOutTable(table, index, editions.get(table.id) ?? form.edition, rows, cells),
  )
  const cellByKey = new Map(cells.map((cell) => [cell.key, cell]))
  const relations = layOutRelations(form, tables, rows, cellByKey)
  const totalOf: number[][] = cells.map(() => [])
  for (const { index, total, right } of relations) if (total) for (const cell of right) totalOf[cell]!.push(index)
  return {
    form,
    edition: form.edition,
    sections: form.sections.map((section, index) => ({
      index,
      id: asName(section.id),
      label: `${section.ordinal}、${section.heading}`,
      pointer: `/sections/${section.id}`,
      textPointer: `/sections/${section.id}/text`,
      form: section,
      tables: tables.filter((table) => table.section === section.id).map((table) => table.index),
    })),
    tables,
    rows,
    cells,
    relations,
    words: { placeholders: new Set(form.placeholders), units: [...form.units].sort(byLength) },
    totalOf,
    blank: {
      missingNumbers: cells.map(() => Number.NaN),
      missingTraits: cells.map(() => TRAIT.missing),
      missingRows: rows.map(() => false),
    },
    noneShared: tables.map(() => false),
    rankOfPointer: rankPointers(form, tables, rows, cells),
    rowById: new Map(rows.map((row) => [row.id, row])),
    cellByKey,
  }
}

const rankPointers = (
  form: Form,
  tables: readonly TableSpec[],
  rows: readonly RowSpec[],
  cells: readonly CellSpec[],
): ReadonlyMap<string, number> => {
  const pointers = ['/title', '/preface', '/publishedOn']
  for (const { id } of form.sections) {
    pointers.push(`/sections/${id}`, `/sections/${id}/heading`, `/sections/${id}/text`)
    for (const table of tables) {
      if (table.section !== id) continue
      pointers.push(table.pointer)
      for (const row of rows.slice(table.firstRow, table.endRow)) {
        pointers.push(row.pointer, ...cells.slice(row.firstCell, row.endCell).map(({ pointer }) => pointer))
      }
    }
  }
  return new Map(pointers.map((pointer, index) => [pointer, index + 1]))
}

const layOutTable = (
  table: FormTable,
  index: number,
  edition: string,
  rows: RowSpec[],
  cells: CellSpec[],
): TableSpec => {
  const pointer = `/sections/${table.section}/tables/${table.id}`
  const columns = new Map(table.columns.map((column) => [column.id, column]))
  const firstRow = rows.length
  const firstCell = cells.length
  for (const [block, { columns: columnIds, rows: formRows }] of table.blocks.entries()) {
    const ids = columnIds.map(asName)
    for (const form of formRows) {
      const row: RowSpec = {
        index: rows.length,
        table: index,
        id: asName(form.id),
        label: form.label,
        pointer: `${pointer}/rows/${form.id}`,
        firstCell: cells.length,
        endCell: cells.length + ids.length,
        columns: ids,
        form,
        block,
      }
      rows.push(row)
      for (const id of ids) {
        const column = columns.get(id)
        cells.push({
          index: cells.length,
          row: row.index,
          table: index,
          column: id,
          kind: column?.kind ?? 'count',
          key: `${form.id}.${id}`,
          pointer: `${row.pointer}/${id}`,
          label: `${form.label} · ${column?.label ?? id}`,
          columnLabel: column?.label ?? id,
        })
      }
    }
  }
  return {
    index,
    id: asName(table.id),
    label: table.name,
    section: asName(table.section),
    pointer,
    firstRow,
    endRow: rows.length,
    firstCell,
    endCell: cells.length,
    form: table,
    edition,
  }
}

const layOutRelations = (
  form: Form,
  tables: readonly TableSpec[],
  rows: readonly RowSpec[],
  cellByKey: ReadonlyMap<string, CellSpec>,
): RelationSpec[] => {
  const relations: RelationSpec[] = []
  for (const relation of form.relations) {
    const table = tables.find(({ id }) => id === relation.table)
    if (!table) continue
    const own = rows.slice(table.firstRow, table.endRow)
    const perColumn = relation.per === 'column'
    const labelOf = (id: string): string =>
      (perColumn
        ? own.find((row) => row.id === id)?.label
        : table.form.columns.find((column) => column.id === id)?.label) ?? id
    const leftTerms = relation.left.map(labelOf)
    const rightTerms = relation.right.map(labelOf)
    const instances = perColumn
      ? table.form.columns.map(({ id, label }) => ({ key: id, label }))
      : own.map(({ id, label }) => ({ key: id, label }))
    for (const { key, label } of instances) {
      const indices = (ids: readonly string[]): number[] =>
        ids.map((id) => cellByKey.get(perColumn ? `${id}.${key}` : `${key}.${id}`)?.index ?? -1)
      const left = indices(relation.left)
      const right = indices(relation.right)
      if ([...left, ...right].includes(-1)) continue
      const total = relation.total ?? false
      relations.push({
        index: relations.length,
        id: relation.id,
        key,
        label,
        table: table.index,
        left,
        right,
        leftTerms,
        rightTerms,
        total,
      })
    }
  }
  return relations
}
