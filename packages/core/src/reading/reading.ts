import type { CompiledForm } from '../form/compile-form.js'
import type { TermIndex } from '../text/term-index.js'
import type { Body, Report, Table } from '../types.js'

/**
 * How a cell is written, as bits of one byte; 0 is a plain number, whole and not negative. The bits of all cells of a
 * table together tell at once what it does not have.
 */
export const TRAIT = {
  missing: 1,
  blank: 2,
  placeholder: 4,
  annotated: 8,
  unreadable: 16,
  oddDigits: 32,
  negative: 64,
  decimal: 128,
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
  /** By table: whether all editions print it alike, so that it tells of none. */
  readonly shared: readonly boolean[]
  /** By table: whether it is of the edition of the form. */
  readonly ownEdition: readonly boolean[]
  /** Whether all tables that are there are of the form's edition. */
  readonly allOwn: boolean
  /** By table: whether it is laid out as the report has it: a table of an edition whose form nobody knows is not. */
  readonly readable: readonly boolean[]
  /** Whether all tables that are there are readable. */
  readonly allReadable: boolean
  /** Sections that pages without a text may hold more of; `null` where every page was read. */
  readonly unread: ReadonlySet<string> | null
  /** By row: whether the report has it. */
  readonly rowPresent: readonly boolean[]
  /** By cell: its number; NaN where it has none. */
  readonly numbers: readonly number[]
  /** By cell: what it counts in a sum; NaN where that cannot be known. */
  readonly values: number[]
  /** By cell: how it is written, see TRAIT. */
  readonly traits: readonly number[]
  /** By table: all traits of its cells together. */
  readonly tableTraits: readonly number[]
  /** Both sides of every relation, once one was asked for; null where a cell cannot be known. */
  sums: Readonly<Record<'left' | 'right', readonly (number | null)[]>> | null
  /** The report's texts, once one was asked for: every rule on prose asks. */
  texts: readonly (ReportText | undefined)[] | null
  /** What was found when first asked for, by whoever asked. */
  readonly found: Map<unknown, unknown>
}

/** One text of the report, as rules read it. */
export interface ReportText {
  readonly label: string
  readonly pointer: string
  readonly text: string
  /** What the pack's terms hit in it, once one was asked for. */
  scanned: ReturnType<TermIndex['scan']> | null
}

/** The value kept under `key`, found by `find` the first time: text is scanned once for all checks that read it. */
export const findOnce = <Value>(reading: Reading, key: unknown, find: (reading: Reading) => Value): Value => {
  const known = reading.found.get(key)
  if (known !== undefined || reading.found.has(key)) return known as Value
  const value = find(reading)
  reading.found.set(key, value)
  return value
}
