import type { Audit, Finding } from '../audit/audit.js'
import { conclude, type FailOn } from '../audit/conclude.js'
import type { Result, Waiver } from '../types.js'
import { baselineOf, goneFrom, stateIn } from './find-baseline.js'
import { byReport, reportKey, stateFor, type WaiverState, waiverRecord } from './find-waivers.js'

export interface GateOptions {
  readonly failOn: FailOn
  /** The day by which waivers have expired or not, YYYY-MM-DD. */
  readonly asOf: string
  readonly waivers?: readonly Waiver[]
  /** An earlier result that findings are compared with. */
  readonly baseline?: Result
  /** Only findings that the baseline did not have fail a report. */
  readonly failOnNew?: boolean
}

/** What is let through: audits go in as they were judged, and come out with waived and known findings marked and their verdict settled. */
export interface Gate {
  /** The path is what tells reports of one body and year apart. */
  settle(audit: Audit, path: string): Audit
  /** What has become of each waiver so far, in their order. */
  waiverStates(): readonly WaiverState[]
}

/** A gate of one run. */
export const openGate = ({ failOn, asOf, waivers = [], baseline, failOnNew = false }: GateOptions): Gate => {
  const ofReport = byReport(waivers)
  const states = new Map<Waiver, WaiverState>()
  const find = baseline && baselineOf(baseline)
  const reach = (waiver: Waiver, state: WaiverState): void => {
    const known = states.get(waiver)
    if (known === undefined || RANK.indexOf(state) < RANK.indexOf(known)) states.set(waiver, state)
  }

  const waive = (finding: Finding, candidates: readonly Waiver[]): Finding => {
    let waived = finding
    for (const waiver of candidates) {
      const state = stateFor(waiver, finding, asOf)
      if (state === null) continue
      reach(waiver, state)
      if (state === 'used' && waived === finding) waived = { ...finding, waiver: waiverRecord(waiver) }
    }
    return waived
  }

  return {
    settle: (audit, path) => {
      const { body, year, rules } = audit
      const candidates = ofReport.get(reportKey(body, year) ?? '') ?? []
      if (audit.pack === null || (candidates.length === 0 && find === undefined)) return audit
      let findings = audit.findings.map((finding) => waive(finding, candidates))
      for (const waiver of candidates) if (wasJudged(audit, waiver)) reach(waiver, 'unused')
      if (find === undefined) return { ...audit, ...conclude(rules, findings, failOn), findings }
      const before = find(audit, path)
      findings = findings.map((finding) => ({ ...finding, baseline: stateIn(before, finding) }))
      const gone = goneFrom(before, audit)
      const concluded = conclude(rules, findings, failOn, ({ baseline: state }) => !failOnNew || state === 'new')
      const counts = { ...concluded.counts, baseline: countStates(findings, gone.length) }
      return { ...audit, ...concluded, counts, findings, gone }
    },
    waiverStates: () => waivers.map((waiver) => states.get(waiver) ?? 'elsewhere'),
  }
}

/** The first that a waiver comes to is what is told of it. */
const RANK: readonly WaiverState[] = ['used', 'changed', 'expired', 'unused', 'elsewhere']

const wasJudged = ({ rules }: Audit, waiver: Waiver): boolean => {
  const checks = rules.find(({ rule }) => rule.id === waiver.rule)?.checks
  return !checks?.notAssessable && !checks?.broken
}

const countStates = (findings: readonly Finding[], gone: number): NonNullable<Audit['counts']['baseline']> => {
  const counts = { new: 0, unchanged: 0, changed: 0, gone }
  for (const { baseline } of findings) if (baseline !== undefined) counts[baseline]++
  return counts
}
