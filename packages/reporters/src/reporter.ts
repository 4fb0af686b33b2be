import type { AuditRecord, Failure, Notice, Pack, RunInfo } from '@gouji/core'
import type { Lang } from './message/lang.js'
import type { Failing } from './record/is-blocking.js'

/** What every report of a run has in common, and what makes one fail. */
export interface ReporterOptions extends Failing {
  readonly lang: Lang
  readonly tool: { readonly name: string; readonly version: string }
  /** The day the audits speak of, YYYY-MM-DD. */
  readonly asOf: string
  /** What beside inputs and packs settled the audits. */
  readonly run: RunInfo
  /** The loaded packs, in their order. */
  readonly packs: readonly Pack[]
  /** Columns to fill, for a terminal; 100 where absent. */
  readonly width?: number
  readonly color?: boolean
}

/** What is known only when all inputs were seen. */
export interface RunSummary {
  readonly failures: number
  readonly notices: readonly Notice[]
  readonly executionSuccessful: boolean
}

/**
 * Makes a document of audits piece by piece, in the order they are given, keeping none of them. Each method yields the
 * text to append. The same audits give the same text.
 */
export interface Reporter {
  begin(): string
  audit(record: AuditRecord): string
  failure(failure: Failure): string
  end(summary: RunSummary): string
}
