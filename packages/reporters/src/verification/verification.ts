import type { RunFile } from '@gouji/core'

/** Something that is not as a result says: what it is called, what the result says of it, and what it is now; `null` where it is not there. */
export interface Difference {
  readonly kind: 'tool' | 'pack' | 'input' | RunFile['role'] | 'result' | 'judge'
  readonly name: string
  readonly recorded: string | null
  readonly now: string | null
  /** Of a result: the first line that differs. */
  readonly line?: number
}

/** What came of auditing again what a result says was audited. */
export interface Verification {
  readonly schemaVersion: 1
  readonly result: { readonly path: string; readonly sha256: string }
  /** Whether the same bytes came out, by either judge. */
  readonly verified: boolean
  /** How many reports and failures were audited again. */
  readonly inputs: number
  readonly differences: readonly Difference[]
}
