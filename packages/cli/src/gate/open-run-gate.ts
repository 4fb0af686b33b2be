import { type Audit, type FailOn, type Notice, openGate, type RunFile } from '@gouji/core'
import { type Lang, waiverNotices } from '@gouji/reporters'
import { readResult } from './read-result.js'
import { readWaivers } from './read-waivers.js'

export interface RunGateOptions {
  readonly waivers?: string | undefined
  readonly baseline?: string | undefined
  readonly failOnNew: boolean
  readonly failOn: FailOn
  readonly asOf: string
  readonly lang: Lang
}

/** A run's gate: what its waivers and its baseline let through, and what is to be told of them. */
export interface RunGate {
  settle(audit: Audit, path: string): Audit
  notices(): readonly Notice[]
  readonly files: readonly RunFile[]
}

/** Reads the files and opens the gate. Throws UsageError where one of them is unusable. */
export const openRunGate = async ({ waivers, baseline, lang, ...options }: RunGateOptions): Promise<RunGate> => {
  const waiversFile = waivers === undefined ? null : await readWaivers(waivers, lang)
  const baselineFile = baseline === undefined ? null : await readResult(baseline, lang)
  const gate = openGate({
    ...options,
    waivers: waiversFile?.waivers.map(({ waiver }) => waiver) ?? [],
    ...(baselineFile && { baseline: baselineFile.result }),
  })
  return {
    settle: gate.settle,
    notices: () => {
      if (waiversFile === null) return []
      const states = gate.waiverStates()
      const located = waiversFile.waivers.map((each, index) => ({ ...each, state: states[index]! }))
      return waiverNotices(waiversFile.path, located, waiversFile.malformed, lang)
    },
    files: [
      ...(waiversFile ? [{ role: 'waivers' as const, path: waiversFile.path, sha256: waiversFile.sha256 }] : []),
      ...(baselineFile ? [{ role: 'baseline' as const, path: baselineFile.path, sha256: baselineFile.sha256 }] : []),
    ],
  }
}
