import type { CompiledForm } from '../form/compile-form.js'
import type { Body, Report, Table } from '../types.js'

/** Cell states as small integers: indices into CELL_STATES. */
export const MISSING = 0
export const NUMBER = 1
export const BLANK = 2
export const PLACEHOLDER = 3
export const ANNOTATED = 4
export const UNREADABLE = 5

/** Traits of cells, as bits, so that a table without them is passed over at once. */
export const TRAIT = {
  missing: 1,
  blank: 2,
  placeholder: 4,
  annotated: 8,
  unreadable: 16,
  oddDigits: 32,
  impossible: 64,
} as const

/**
 * One report read by one form: all cells once, into flat arrays. Everything else is found when first asked for. Lives as
 * long as one audit.
 */
export interface Reading {
  readonly report: Report
  readonly form: CompiledForm
  readonly kind: NonNullable<Body['kind']>
  readonly rank: NonNullable<Body['rank']>
  /** By table: the table, where the report has it. */
  readonly tables: readonly (Table | undefined)[]
  /** By table: whether its labels are those of this form. */
  readonly ownEdition: readonly boolean[]
  /** By row: whether the report has it. */
  readonly rowPresent: Uint8Array
  /** By cell: its state. */
  readonly states: Uint8Array
  /** By cell: its number; NaN where it has none. */
  readonly numbers: Float64Array
  /** By cell: what it counts in a sum; NaN where that cannot be known. */
  readonly values: Float64Array
  /** By cell: how many decimals, whether oddly written: see TRAIT. */
  readonly traits: Uint8Array
  /** By table: all traits of its cells together. */
  readonly tableTraits: Uint8Array
  /** What was found when first asked for, by whoever asked. */
  readonly found: Map<unknown, unknown>
}

/** The value kept under `key`, found by `find` the first time: text is scanned once for all checks that read it. */
export const findOnce = <Value>(reading: Reading, key: unknown, find: () => Value): Value => {
  if (reading.found.has(key)) return reading.found.get(key) as Value
  const value = find()
  reading.found.set(key, value)
  return value
}
