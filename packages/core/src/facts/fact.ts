import type { CompiledForm } from '../form/compile-form.js'
import type { Reading } from '../reading/reading.js'
import type { TermIndex } from '../text/term-index.js'
import type { Place } from '../types.js'

/** What a rule can be applied to, once each. */
export type SubjectKind = 'report' | 'section' | 'heading' | 'table' | 'row' | 'cell' | 'relation'

/** Why something cannot be said, or does not apply. Texts are made by reporters. */
export interface Reason {
  readonly code: ReasonCode
  readonly pointer?: string | undefined
  readonly label?: string | undefined
}

export type ReasonCode =
  | 'missing-table'
  | 'missing-row'
  | 'missing-cell'
  | 'unreadable-cell'
  | 'unplaced-text'
  | 'unread-page'
  | 'no-pack'
  | 'not-stated'
  | 'unreadable-date'
  | 'unknown-body'
  | 'blank-total'
  | 'cannot-know'
  // of notApplicable
  | 'no-document'
  | 'other-edition'
  | 'local-row-absent'
  | 'condition'
  | 'nothing-to-check'
  // of broken
  | 'threw'

/** Reasons that leave a report incomplete where an error rule has them: something that should be there could not be judged. */
export const BLOCKING: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'missing-table',
  'missing-row',
  'missing-cell',
  'unreadable-cell',
  'unplaced-text',
  'unread-page',
  'no-pack',
])

/** One thing that a finding rests on. */
export interface Evidence {
  readonly role: string
  readonly label: string
  readonly pointer?: string
  /** The number it was read as; `null` for a blank. */
  readonly value?: number | null
  /** As found. */
  readonly raw?: string
  readonly place?: Place
}

/** A list fact's item: a thing found, with its evidence made only for a finding. */
export interface Found {
  /** What a message calls it. */
  readonly name: string
  evidence(): Evidence
}

export interface BindContext {
  readonly form: CompiledForm
  /** The terms that the pack's facts look for in texts, together. */
  readonly terms: TermIndex
  readonly each: SubjectKind
  readonly params: Readonly<Record<string, unknown>>
}

/** A fact bound to a form and its parameters: pure, total, synchronous. */
export interface BoundFact {
  /** The value for one subject; `null` means "cannot know" and nothing else. */
  value(reading: Reading, subject: number): unknown
  /** Why the value cannot be known. Asked only after `null`. */
  reason?(reading: Reading, subject: number): Reason
  /** What the value rests on. Asked only for a finding. */
  evidence?(reading: Reading, subject: number): readonly Evidence[]
}

export interface FactDefinition {
  /** The subjects it can be asked of; any, where absent. */
  readonly of?: readonly SubjectKind[]
  readonly type: 'number' | 'text' | 'boolean' | 'list'
  /** Whether it can be `null`; a condition may then ask it only after `needs` did. */
  readonly nullable: boolean
  /** Reads the report's prose rather than its numbers and structure. */
  readonly prose?: boolean
  /** Needs what only a read document has; without it a rule does not apply. */
  readonly document?: boolean
  /** Compares a table with the form of the report's year: there is nothing to compare in a table of another edition. */
  readonly comparesForm?: boolean
  /** Tells whether a table is there; of any other fact of a table that is not there nothing can be said. */
  readonly ofPresence?: boolean
  /** Lists things found, and only them: whatever more is read adds to it, and takes nothing away. */
  readonly ofFound?: boolean
  /** Of a cell's trait byte only: cells written alike are judged alike, once. */
  readonly byTraits?: boolean
  /** The most that a number comes to: it is counted no further, so it is compared with less. */
  most?(params: Readonly<Record<string, unknown>>): number
  /** What each parameter must be; those marked ? may be left out. */
  readonly params?: Readonly<Record<string, ParamType | `${ParamType}?`>>
  bind(context: BindContext): BoundFact
}

export type ParamType =
  | 'row'
  | 'column'
  | 'columns'
  | 'sections'
  | 'texts'
  | 'text'
  | 'number'
  | 'pattern'
  | 'capturingPattern'
  | 'topics'
  | 'cell'
  | 'days'
