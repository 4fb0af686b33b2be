import { readCell } from '../cell/read-cell.js'
import type { CompiledForm } from '../form/compile-form.js'
import { inferBody } from '../form/infer-body.js'
import type { Body, Cell, Report, Section, Table } from '../types.js'
import { ANNOTATED, BLANK, MISSING, NUMBER, PLACEHOLDER, type Reading, TRAIT, UNREADABLE } from './reading.js'

const STATE_OF = {
  number: NUMBER,
  blank: BLANK,
  placeholder: PLACEHOLDER,
  annotated: ANNOTATED,
  unreadable: UNREADABLE,
} as const
const TRAIT_OF = {
  number: 0,
  blank: TRAIT.blank,
  placeholder: TRAIT.placeholder,
  annotated: TRAIT.annotated,
  unreadable: TRAIT.unreadable,
} as const

/** Reads every cell of the report that the form has, once. Total: any report that the schema accepts can be read. */
export const readReport = (report: Report, form: CompiledForm): Reading => {
  const size = form.cells.length
  const states = new Uint8Array(size)
  const numbers = new Float64Array(size)
  const values = new Float64Array(size)
  const traits = new Uint8Array(size)
  const rowPresent = new Uint8Array(form.rows.length)
  const tableTraits = new Uint8Array(form.tables.length)
  const tables: (Table | undefined)[] = []
  const ownEdition: boolean[] = []
  for (const spec of form.tables) {
    const table = ownValue<Section>(report.sections, spec.section)?.tables
    const found = table && ownValue<Table>(table, spec.id)
    tables.push(found)
    ownEdition.push(found === undefined || found.form === form.edition)
    let all = 0
    for (let r = spec.firstRow; r < spec.endRow; r++) {
      const row = form.rows[r]!
      const cells = found && ownValue<{ readonly [column: string]: Cell }>(found.rows, row.id)
      if (!cells) {
        numbers.fill(Number.NaN, row.firstCell, row.endCell)
        values.fill(Number.NaN, row.firstCell, row.endCell)
        all |= TRAIT.missing
        continue
      }
      rowPresent[r] = 1
      for (let c = row.firstCell; c < row.endCell; c++) {
        const raw = ownValue<Cell>(cells, form.cells[c]!.column)
        if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= Number.MAX_SAFE_INTEGER) {
          states[c] = NUMBER
          numbers[c] = raw
          values[c] = raw
        } else {
          all |= readInto(raw, c, form, states, numbers, values, traits)
        }
      }
    }
    tableTraits[spec.index] = all
  }
  const { kind, rank } = bodyOf(report, form)
  const reading: Reading = {
    report,
    form,
    kind,
    rank,
    tables,
    ownEdition,
    rowPresent,
    states,
    numbers,
    values,
    traits,
    tableTraits,
    found: new Map(),
  }
  for (const spec of form.tables)
    if (tableTraits[spec.index]! & TRAIT.blank) fillBlankTotals(reading, spec.firstCell, spec.endCell)
  return reading
}

/** An own property, so that no report reaches a prototype. */
const ownValue = <Value>(holder: object, key: string): Value | undefined =>
  Object.hasOwn(holder, key) ? (holder as Record<string, Value>)[key] : undefined

const readInto = (
  raw: Cell | undefined,
  c: number,
  form: CompiledForm,
  states: Uint8Array,
  numbers: Float64Array,
  values: Float64Array,
  traits: Uint8Array,
): number => {
  if (raw === undefined) {
    states[c] = MISSING
    numbers[c] = Number.NaN
    values[c] = Number.NaN
    traits[c] = TRAIT.missing
    return TRAIT.missing
  }
  const cell = readCell(raw, form.words)
  const { kind } = form.cells[c]!
  const impossible =
    (kind === 'count' && cell.number < 0) ||
    (kind !== 'money' && !Number.isNaN(cell.number) && !Number.isInteger(cell.number)) ||
    (kind === 'money' && cell.number < 0)
  const trait = TRAIT_OF[cell.state] | (cell.oddDigits ? TRAIT.oddDigits : 0) | (impossible ? TRAIT.impossible : 0)
  states[c] = STATE_OF[cell.state]
  numbers[c] = cell.number
  // A count that no count can be is one finding of its own; summing it would only repeat it.
  values[c] = impossible ? Number.NaN : cell.state === 'blank' || cell.state === 'placeholder' ? 0 : cell.number
  traits[c] = trait
  return trait
}

/** A blank total counts as the sum of its parts in every other relation. */
const fillBlankTotals = (reading: Reading, from: number, to: number): void => {
  const { form, states, values } = reading
  const pending = new Set<number>()
  for (let c = from; c < to; c++) if (states[c] === BLANK && form.totalOf[c]!.length > 0) pending.add(c)
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
  const inferred =
    name === undefined ? { kind: 'unknown' as const, rank: 'unknown' as const } : inferBody(form.form, name)
  return { kind: kind ?? inferred.kind, rank: rank ?? inferred.rank }
}
