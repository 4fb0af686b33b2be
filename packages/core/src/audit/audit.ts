import type { Evidence, Reason } from '../facts/fact.js'
import type {
  BaselineState,
  Basis,
  Body,
  DocumentNotice,
  GoneFinding,
  Pack,
  Rule,
  Severity,
  Text,
  Verdict,
  WaiverRecord,
} from '../types.js'

/** How many checks of a rule came to each verdict. */
export type CheckCounts = { readonly [verdict in Verdict]?: number }

/** What became of one rule. */
export interface RuleVerdict {
  readonly rule: Rule
  readonly verdict: Verdict
  readonly checks: CheckCounts
  /** Why checks were not assessable, did not apply or broke: each reason once. */
  readonly reasons: readonly CheckReason[]
}

/** A reason, and the first check that had it. */
export interface CheckReason extends Reason {
  readonly check: string
  /** What a rule threw. */
  readonly thrown?: string | undefined
}

/** A failed check with its evidence. Its message is made by a reporter. */
export interface Finding {
  readonly rule: Rule
  readonly severity: Severity
  readonly check: { readonly key: string; readonly label: string }
  readonly data: Readonly<Record<string, unknown>>
  readonly evidence: readonly Evidence[]
  readonly basis: readonly {
    readonly document: string
    readonly clause: string
    readonly certainty: Basis['certainty']
  }[]
  /** Rule and check; no values, places, language or path. */
  readonly fingerprint: string
  /** Who let it be. Such a finding fails nothing. */
  readonly waiver?: WaiverRecord
  /** With a baseline: whether it had the finding. */
  readonly baseline?: BaselineState
}

/** Why this pack judged, or why none did. */
export type Selection =
  | {
      readonly code: 'report-year'
      readonly year: number
      readonly packs: readonly string[]
      /** The packs of that year that it is built upon. */
      readonly over?: readonly string[]
    }
  | {
      readonly code: 'no-pack'
      readonly year: number
      readonly packs: readonly string[]
      /** What is known of that year's reports. */
      readonly about?: Text
    }
  | { readonly code: 'no-year'; readonly packs: readonly string[] }

/** What an audit of one report found: data only. */
export interface Audit {
  readonly body: Body
  readonly year: number | null
  readonly yearFrom: string | undefined
  readonly pack: Pack | null
  readonly selection: Selection
  readonly verdict: 'pass' | 'fail' | 'incomplete'
  /** How the document was read. */
  readonly notices: readonly DocumentNotice[]
  /** The blocking reasons of an incomplete audit. */
  readonly incompleteBecause: readonly (CheckReason & { readonly ruleId?: string })[]
  readonly counts: {
    readonly findings: { readonly [severity in Severity]: number } & { readonly waived: number }
    readonly rules: { readonly [verdict in Verdict]: number }
    readonly baseline?: { readonly [state in BaselineState | 'gone']: number }
  }
  readonly rules: readonly RuleVerdict[]
  readonly findings: readonly Finding[]
  /** With a baseline: its findings that are no more. */
  readonly gone?: readonly GoneFinding[]
}
