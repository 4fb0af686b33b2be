import { addUnplaced, createFilledTable, type FilledTable, fillRow, nameRow } from './filled-table.js'
import { placeValues, type Stride } from './place-values.js'
import type { Token } from './read-entries.js'
import { columnsOf, readBlockHeaders } from './read-headers.js'
import { hasText } from './resolve-labels.js'
import type { Survey, SurveyedEntry } from './survey-table.js'

/** Fills a table whose rows stand side by side in one printed row: all of its cells, or none. */
export const fillAcross = (survey: Survey, stride: Stride): FilledTable => {
  const { index } = survey
  const table = createFilledTable()
  const units = survey.entries.flatMap((entry) => entry.units)
  for (const row of index.rows) {
    const unit = units.find(({ is }) => is?.kind === 'row' && is.row === row)
    const place = unit?.tokens[0]?.place ?? units[0]?.tokens[0]?.place ?? {}
    nameRow(table, survey, row, unit?.text ?? '', place)
    if (!unit) table.labels.delete(`${index.pointer}/rows/${row.row.id}`)
  }
  const runs = survey.entries.filter(({ values }) => hasText(values))
  const block = index.table.blocks[0]!
  const printed = runs.map(({ values }) => values.length)
  const columns = columnsOf(block, readBlockHeaders(survey).get(block), printed, { times: index.rows.length })
  const count = columns.length * index.rows.length
  const [run] = runs
  const cells = runs.length > 1 ? null : run ? placeAcross(run, count, stride) : blanks(count)
  if (cells)
    for (const [at, row] of index.rows.entries())
      fillRow(table, survey, row, columns, cells.slice(at * columns.length, (at + 1) * columns.length))
  else if (runs.length === 1 && run?.layout === 'row' && !isCutShort(survey, run, count))
    table.oddRows.push({
      table: index.pointer,
      label: run.units.at(-1)?.text ?? '',
      cells: run.values.map(({ text }) => text),
      expected: count,
      place: run.values[0]!.place,
    })
  else for (const { values } of runs) addUnplaced(table, index.pointer, values)
  return table
}

/** Whether the row may have lost the blank cells at its end: nothing closes it, or rows beside it have cells enough. */
const isCutShort = ({ entries }: Survey, { values, endsOpen }: SurveyedEntry, count: number): boolean => {
  if (values.length >= count || values.at(-1)?.text === '') return false
  return (
    endsOpen || entries.some(({ units }) => units.some(({ tokens }) => tokens.some(({ width = 0 }) => width >= count)))
  )
}

const blanks = (count: number): readonly null[] => Array.from({ length: count }, () => null)

/** The row may open with cells that are no value: as many as it has over. */
const placeAcross = (entry: SurveyedEntry, count: number, stride: Stride): readonly (Token | null)[] | null => {
  const { values, layout, run } = entry
  const extra = values.length - count
  const opens = layout === 'row' && extra > 0 && values.slice(0, extra).every(({ text }) => text === '')
  const trails = layout === 'row' && extra > 0 && values.slice(count).every(({ text }) => text === '')
  return opens && !trails ? values.slice(extra) : placeValues(run, count, stride)
}
