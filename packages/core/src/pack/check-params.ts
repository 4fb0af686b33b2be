import type { FactDefinition, ParamType, SubjectKind } from '../facts/fact.js'
import type { CompiledForm } from '../form/compile-form.js'
import { patternFault } from '../text/patterns.js'
import type { PackProblemCode } from './pack-error.js'

interface Fault {
  readonly code: PackProblemCode
  readonly message: string
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string' && item !== '')

const isRecordOf = (value: unknown, holds: (item: unknown) => boolean): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).length > 0 &&
  Object.values(value).every(holds)

/** What is wrong with a fact's parameters; checked when a pack is loaded, so that no fact meets a bad one. */
export const checkParams = (
  { params: expected = {} }: FactDefinition,
  params: Readonly<Record<string, unknown>>,
  form: CompiledForm,
  each: SubjectKind,
  subjects: readonly number[] | null,
): Fault[] => {
  const faults: Fault[] = []
  for (const name of Object.keys(params))
    if (!Object.hasOwn(expected, name)) faults.push({ code: 'BAD_PARAMS', message: `takes no parameter ${name}` })
  for (const [name, type] of Object.entries(expected)) {
    const value = params[name]
    if (value === undefined) {
      if (!type.endsWith('?') || (type === 'row?' && each !== 'row'))
        faults.push({ code: 'BAD_PARAMS', message: `needs the parameter ${name}` })
      continue
    }
    const fault = checkValue(type.replace('?', '') as ParamType, value, form)
    if (fault) faults.push({ code: fault.code, message: `has a parameter ${name} that ${fault.message}` })
  }
  return faults.length > 0 ? faults : missingCells(params, form, each, subjects ?? [])
}

/** Cells that row and columns name and the form does not have; where no row is named, those of every row that is judged. */
const missingCells = (
  { row, column, columns = column === undefined ? [] : [column] }: Readonly<Record<string, unknown>>,
  form: CompiledForm,
  each: SubjectKind,
  subjects: readonly number[],
): Fault[] => {
  const rows = row !== undefined ? [String(row)] : each === 'row' ? subjects.map((index) => form.rows[index]!.id) : []
  const keys = rows.flatMap((id) => (columns as string[]).map((name) => `${id}.${name}`))
  const missing = keys.filter((key) => !form.cellByKey.has(key))
  return missing.length === 0 ? [] : [bad(`names cells that the form does not have: ${missing.join(', ')}`)]
}

const bad = (message: string): Fault => ({ code: 'BAD_PARAMS', message })

const checkValue = (type: ParamType, value: unknown, form: CompiledForm): Fault | null => {
  const isColumn = (id: unknown): boolean => form.cells.some(({ column }) => column === id)
  switch (type) {
    case 'row':
      return form.rowById.has(String(value)) ? null : bad('is no row of the form')
    case 'column':
      return isColumn(value) ? null : bad('is no column of the form')
    case 'columns':
      return isTexts(value) && value.every(isColumn) ? null : bad('is not a list of columns of the form')
    case 'cell':
      return form.cellByKey.has(String(value)) ? null : bad('is no cell of the form: <row>.<column>')
    case 'sections':
      return isTexts(value) &&
        value.every((id) => ['title', 'preface'].includes(id) || form.sections.some((section) => section.id === id))
        ? null
        : bad('is not a list of sections')
    case 'texts':
      return isTexts(value) ? null : bad('is not a list of texts')
    case 'text':
      return typeof value === 'string' ? null : bad('is no text')
    case 'number':
      return typeof value === 'number' ? null : bad('is no number')
    case 'topics':
      return isRecordOf(value, isTexts) ? null : bad('is not lists of texts by name')
    case 'days':
      return isRecordOf(value, (day) => typeof day === 'string' && /^\d{2}-\d{2}$/.test(day))
        ? null
        : bad('is not days, MM-DD, by name')
    case 'capturingPattern':
      if (typeof value === 'string' && !/\((?!\?)/.test(value.replace(/\\./g, '')))
        return { code: 'BAD_PATTERN', message: 'has no group for the year' }
      return checkValue('pattern', value, form)
    case 'pattern': {
      const fault = typeof value === 'string' ? patternFault(value) : 'invalid'
      return fault === null
        ? null
        : {
            code: 'BAD_PATTERN',
            message:
              fault === 'unsafe'
                ? 'could run without end: nothing repeated that repeats or chooses, at most one repetition without a bound, no back-references'
                : `is no usable pattern (${fault})`,
          }
    }
  }
}
