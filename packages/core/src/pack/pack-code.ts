import type { Operator } from '../judge/operators.js'
import type { Report } from '../types.js'

/** What a pack's own fact is given: the report, and the check it is asked for. */
export interface FactContext {
  readonly report: Report
  readonly year: number | null
  /** The key of the check: a row's or section's id, a cell's `<row>.<column>`, … */
  readonly key: string
  /** The number in a cell, blanks and placeholders as 0; `null` where it cannot be known. */
  value(row: string, column: string): number | null
  /** The text of a section; empty where it has none. */
  text(section: string): string
}

/** A pack's own fact: pure and synchronous; `null` means "cannot know". It runs unconfined: a pack with code is trusted code. */
export type PackFact = (
  context: FactContext,
  params: Readonly<Record<string, unknown>>,
) => number | string | boolean | null

/** The code of a pack: what its built code files export, together. */
export interface PackCode {
  readonly facts?: Readonly<Record<string, PackFact>>
  readonly operators?: Readonly<Record<string, Operator>>
}

/** The code of several files as one. */
export const mergedCode = (files: readonly PackCode[]): PackCode => ({
  facts: Object.assign({}, ...files.map(({ facts }) => facts)) as NonNullable<PackCode['facts']>,
  operators: Object.assign({}, ...files.map(({ operators }) => operators)) as NonNullable<PackCode['operators']>,
})
