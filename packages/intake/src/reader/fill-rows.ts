import type { FormBlock } from '@gouji/core'
import {
  addUnplaced,
  createFilledTable,
  emptyRow,
  type FilledTable,
  fillRow,
  nameRow,
  rowPointer,
} from './filled-table.js'
import { isAmbiguous, placeValues, type Run, type Stride } from './place-values.js'
import { type BlockHeader, columnsOf, readBlockHeaders } from './read-headers.js'
import { hasText, type ResolvedUnit } from './resolve-labels.js'
import type { Survey, SurveyedEntry } from './survey-table.js'
import type { IndexedRow } from './table-index.js'

interface FoundRow {
  readonly row: IndexedRow
  readonly unit: ResolvedUnit
  readonly run: Run
}

/** Fills a table that prints a row a row: what surely stands in a cell, and the rest as odd rows and unplaced texts. */
export const fillRows = (survey: Survey, stride: Stride): FilledTable => {
  const table = createFilledTable()
  const found = findRows(survey, table)
  const headers = readBlockHeaders(survey)
  for (const block of survey.index.table.blocks) {
    const rows = found.filter(({ row }) => row.block === block)
    const header = headers.get(block)
    const counts = rows.filter(({ run }) => run.values.length > 0).map(({ run }) => run.values.length)
    const width = rows.find(({ run }) => run.values.length > 0)?.run.values[0]?.width
    const columns = columnsOf(block, header, counts, { width })
    const isOther = header?.isOther === true && header.columns.length === 0
    const grid = header && header.columns.join() === columns.join() ? header.grid : null
    for (const row of rows) placeRow(survey, table, row, columns, stride, { isOther, grid })
  }
  if (table.unplaced.some(({ pointer }) => pointer === survey.index.pointer))
    for (const { row, run } of found) if (run.values.length === 0) emptyRow(table, survey, row)
  return table
}

/** The form's rows with their values; what owns values and is none of them goes where it belongs. */
const findRows = (survey: Survey, table: FilledTable): readonly FoundRow[] => {
  const found = new Map<IndexedRow, FoundRow>()
  const blank: Run = { values: [], layout: 'gaps', line: undefined, next: null, fillsGrid: false, isTrimmed: false }
  for (const [number, entry] of survey.entries.entries()) {
    const below = survey.entries[number + 1]?.units[0]
    entry.units.forEach((unit, at) => {
      const isOwner = at === entry.units.length - 1 && entry.values.length > 0
      if (unit.is?.kind === 'row') {
        const { row } = unit.is
        if (!(isOwner && hasText(entry.values)) && holdsRows(unit, entry.units[at + 1] ?? below)) return
        const before = found.get(row)
        if (!before || before.run.values.length === 0) found.set(row, { row, unit, run: isOwner ? entry.run : blank })
        else if (isOwner) addOddRow(survey, table, unit, entry)
      } else if (isOwner) placeOwned(survey, table, unit, entry)
    })
    if (entry.units.length === 0) addUnplaced(table, survey.index.pointer, entry.values)
  }
  return [...found.values()]
}

/** A row without values over a numbered label that the form does not know is the head of another edition's rows. */
const holdsRows = (unit: ResolvedUnit, next: ResolvedUnit | undefined): boolean =>
  next !== undefined &&
  (next.is === null || next.is.kind === 'otherMark') &&
  /^\s*[(（]?\d/u.test(next.text.normalize('NFKC')) &&
  !/^\s*[(（]?\d/u.test(unit.text.normalize('NFKC'))

/** Values after a label that is no row's. */
const placeOwned = (survey: Survey, table: FilledTable, unit: ResolvedUnit, entry: SurveyedEntry): void => {
  const kind = unit.is?.kind
  if (kind === 'column' || kind === 'caption' || kind === 'group')
    addUnplaced(table, survey.index.pointer, entry.values)
  else if (hasText(entry.values)) addOddRow(survey, table, unit, entry)
}

const addOddRow = (survey: Survey, table: FilledTable, unit: ResolvedUnit, { values }: SurveyedEntry): void => {
  table.oddRows.push({
    table: survey.index.pointer,
    label: unit.text,
    cells: values.map(({ text }) => text),
    place: unit.tokens[0]!.place,
  })
}

const placeRow = (
  survey: Survey,
  table: FilledTable,
  { row, unit, run }: FoundRow,
  columns: FormBlock['columns'],
  stride: Stride,
  { isOther, grid }: { isOther: boolean; grid: BlockHeader['grid'] },
): void => {
  const pointer = rowPointer(survey, row.row)
  const place = unit.tokens[0]!.place
  nameRow(table, survey, row, unit.text, place)
  const cells = isOther ? null : placeValues(run, columns.length, stride, grid)
  if (cells) fillRow(table, survey, row, columns, cells)
  else if (isOther || (run.layout === 'row' && !isAmbiguous(run, columns.length)))
    table.oddRows.push({
      table: survey.index.pointer,
      row: pointer,
      label: unit.text,
      cells: run.values.map(({ text }) => text),
      expected: columns.length,
      place,
    })
  else addUnplaced(table, pointer, run.values)
}
