import type { Form } from '@gouji/core'
import { fillAcross } from './fill-across.js'
import { fillRows } from './fill-rows.js'
import type { FilledTable } from './filled-table.js'
import { locateTables, type Region } from './locate-tables.js'
import { findStride } from './place-values.js'
import { readHeaders } from './read-headers.js'
import type { Reading } from './reading.js'
import { type Survey, surveyTable } from './survey-table.js'
import { indexTables } from './table-index.js'

/** A table of the document, read by the form that fits its labels best. */
export interface ReadTable {
  readonly survey: Survey
  readonly edition: string
  readonly headers: readonly string[]
  readonly content: FilledTable
}

/** Every table of the document that one of the forms knows, in the order of the forms. */
export const readTables = (reading: Reading, forms: readonly Form[]): readonly ReadTable[] => {
  const chosen = chooseForms(forms.flatMap((form) => surveyForm(reading, form)))
  const stride = findStride(chosen.flatMap(({ entries }) => entries.map(({ run }) => run)))
  const marked = chosen.find(({ otherEdition, fit }) => otherEdition !== null || fit.marks > 0)
  return chosen.map((survey): ReadTable => {
    const content = survey.index.table.layout === 'across' ? fillAcross(survey, stride) : fillRows(survey, stride)
    addOthers(reading, survey, content)
    const { table, form, marks } = survey.index
    const isMute = marks.size === 0 && !table.otherMarks?.length
    return {
      survey,
      // A table that is the same in all editions is of the edition of those that are not.
      edition: (isMute && marked ? editionOf(marked) : editionOf(survey)) ?? form.edition,
      headers: readHeaders(survey),
      content,
    }
  })
}

/** A second such table, or what prose parts from this one, is not placed; the same one over again is nothing new. */
const addOthers = ({ items }: Reading, { index, region, others }: Survey, { unplaced }: FilledTable): void => {
  const textOf = ({ start, end }: Region) =>
    items
      .slice(start, end)
      .map(({ text }) => text)
      .join('\n')
  for (const other of others) {
    const { text, place } = items[other.start]!
    const isInside = other.start >= region.start && other.start < region.end
    if (!isInside && !textOf(region).includes(textOf(other))) unplaced.push({ pointer: index.pointer, text, place })
  }
}

const surveyForm = (reading: Reading, form: Form): readonly Survey[] => {
  const indexes = indexTables(form)
  const regions = locateTables(reading, indexes)
  return indexes.flatMap((index, at) => {
    const region = regions[at]
    return region ? [surveyTable(reading, region, index)] : []
  })
}

/** Of the surveys of one table the one that fits best; where several do, the one of the form that the others have. */
const chooseForms = (surveys: readonly Survey[]): readonly Survey[] => {
  const pointers = [...new Set(surveys.map(({ index }) => index.pointer))]
  const best = pointers.map((pointer) => {
    const same = surveys.filter(({ index }) => index.pointer === pointer)
    return same.filter((survey) => compareFit(survey, same) >= 0)
  })
  const sure = best.flatMap((same) => (same.length === 1 ? same : []))
  return best.map((same) => same.find(({ index }) => sure.some((other) => other.index.form === index.form)) ?? same[0]!)
}

const compareFit = (survey: Survey, others: readonly Survey[]): number => {
  const weigh = ({ fit }: Survey) => fit.marks * 1000 + fit.rows * 10 + fit.labels / 100
  return weigh(survey) - Math.max(...others.map(weigh))
}

const editionOf = ({ otherEdition, index }: Survey): string => otherEdition ?? index.form.edition
