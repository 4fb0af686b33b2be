import { readCell } from '../cell/read-cell.js'
import type { CellSpec, CompiledForm, RowSpec } from '../form/compile-form.js'
import { inferBody } from '../form/infer-body.js'
import type { Body, Cell, Report, Section, Table } from '../types.js'
import { type Reading, TRAIT } from './reading.js'

const TRAIT_OF = {
  number: 0,
  blank: TRAIT.blank,
  placeholder: TRAIT.placeholder,
  annotated: TRAIT.annotated,
  unreadable: TRAIT.unreadable,
} as const

interface Arrays {
  readonly numbers: number[]
  readonly values: number[]
  readonly traits: number[]
}

/**
 * Reads every cell of the report that the form has, once. Total: any report that the schema accepts can be read.
 * `shared` tells, by table, those that all editions print alike: they are of the report's edition, whatever it calls them.
 */
export const readReport = (
  report: Report,
  form: CompiledForm,
  shared: Reading['shared'] = form.noneShared,
): Reading => {
  // Copies of plain arrays: typed ones of this size live outside the heap, and cost more to make than to fill.
  const { missingNumbers, missingTraits, missingRows } = form.blank
  const arrays: Arrays = {
    numbers: missingNumbers.slice(),
    values: missingNumbers.slice(),
    traits: missingTraits.slice(),
  }
  const rowPresent = missingRows.slice()
  const tableTraits: number[] = []
  const tables: (Table | undefined)[] = []
  const ownEdition: boolean[] = []
  const readable: boolean[] = []
  let allOwn = true
  let allReadable = true
  for (const spec of form.tables) {
    const held = memberOf<Section>(report.sections, spec.section)?.tables
    const table = held && memberOf<Table>(held, spec.id)
    const own = table === undefined || table.form === form.edition || shared[spec.index]!
    const laidOut = own || table.form === spec.edition
    tables.push(table)
    ownEdition.push(own)
    readable.push(laidOut)
    allOwn &&= own
    allReadable &&= laidOut
    let all = 0
    for (let r = spec.firstRow; r < spec.endRow; r++) {
      const row = form.rows[r]!
      const cells = table && memberOf<Row>(table.rows, row.id)
      if (cells === undefined) all |= row.form.local ? 0 : TRAIT.missing
      else {
        rowPresent[r] = true
        all |= readRow(cells, row, form, arrays)
      }
    }
    tableTraits.push(all)
  }
  const { kind, rank } = bodyOf(report, form)
  const reading: Reading = {
    report,
    form,
    kind,
    rank,
    tables,
    shared,
    ownEdition,
    allOwn,
    readable,
    allReadable,
    unread: report.document?.unread === undefined ? null : new Set(report.document.unread),
    rowPresent,
    ...arrays,
    tableTraits,
    sums: null,
    texts: null,
    found: new Map(),
  }
  for (const spec of form.tables) {
    if (tableTraits[spec.index]! & TRAIT.blank) fillBlankTotals(reading, spec.firstCell, spec.endCell)
  }
  return reading
}

type Row = { readonly [column: string]: Cell }

/** A member of a JSON object. What an object inherits is no object of JSON, so it is never taken for one. */
const memberOf = <Value>(holder: object, key: string): Value | undefined => {
  const value: unknown = (holder as Record<string, unknown>)[key]
  return typeof value === 'object' && value !== null ? (value as Value) : undefined
}

/** Reads a row whose keys stand in the form's order, as they mostly do, without looking one up; else key by key. */
const readRow = (cells: Row, row: RowSpec, form: CompiledForm, arrays: Arrays): number => {
  const { columns, firstCell, endCell } = row
  const { numbers, values, traits } = arrays
  let all = 0
  let c = firstCell
  for (const key in cells) {
    if (c === endCell || key !== columns[c - firstCell]) return readByKey(cells, row, form, arrays)
    const raw = cells[key]!
    if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= Number.MAX_SAFE_INTEGER) {
      numbers[c] = raw
      values[c] = raw
      traits[c] = 0
    } else all |= readOdd(raw, form.cells[c]!, form, arrays)
    c++
  }
  return c === endCell ? all : readByKey(cells, row, form, arrays)
}

const readByKey = (cells: Row, { firstCell, endCell }: RowSpec, form: CompiledForm, arrays: Arrays): number => {
  let all = 0
  for (let c = firstCell; c < endCell; c++) {
    const cell = form.cells[c]!
    all |= readOdd(Object.hasOwn(cells, cell.column) ? cells[cell.column] : undefined, cell, form, arrays)
  }
  return all
}

const readOdd = (
  raw: Cell | undefined,
  { index, kind }: CellSpec,
  form: CompiledForm,
  { numbers, values, traits }: Arrays,
): number => {
  if (raw === undefined) {
    numbers[index] = Number.NaN
    values[index] = Number.NaN
    traits[index] = TRAIT.missing
    return TRAIT.missing
  }
  const { state, number, oddDigits } = readCell(raw, form.words)
  const negative = number < 0
  const decimal = !Number.isNaN(number) && !Number.isInteger(number)
  const trait =
    TRAIT_OF[state] |
    (oddDigits ? TRAIT.oddDigits : 0) |
    (negative ? TRAIT.negative : 0) |
    (decimal ? TRAIT.decimal : 0)
  // A number that its cell cannot have is one finding of its own; summing it would only repeat it.
  const impossible = (negative && kind !== 'signed') || (decimal && kind !== 'money')
  numbers[index] = number
  values[index] = impossible ? Number.NaN : state === 'blank' || state === 'placeholder' ? 0 : number
  traits[index] = trait
  return trait
}

/** A blank total counts as the sum of its parts in every other relation. */
const fillBlankTotals = ({ form, traits, values }: Reading, from: number, to: number): void => {
  const pending = new Set<number>()
  for (let c = from; c < to; c++) if (traits[c]! & TRAIT.blank && form.totalOf[c]!.length > 0) pending.add(c)
  const settle = (c: number): number => {
    if (!pending.delete(c)) return values[c]!
    const relation = form.relations[form.totalOf[c]![0]!]!
    let sum = 0
    for (const part of relation.left) sum += settle(part)
    values[c] = sum
    return sum
  }
  for (const c of [...pending]) settle(c)
}

const bodyOf = (report: Report, form: CompiledForm): Required<Pick<Body, 'kind' | 'rank'>> => {
  const { name, kind, rank } = report.body ?? {}
  if (kind !== undefined && rank !== undefined) return { kind, rank }
  const inferred = name === undefined ? ({ kind: 'unknown', rank: 'unknown' } as const) : inferBody(form.form, name)
  return { kind: kind ?? inferred.kind, rank: rank ?? inferred.rank }
}
