import type { Verdict } from '../types.js'
import type { Audit, Finding } from './audit.js'

/** What two audits of one report, by two packs, say differently: data only. */
export interface AuditComparison {
  readonly year: number | null
  /** The packs that judged; null where a pack does not cover the report's year. */
  readonly pack: Sides<string | null>
  readonly verdict: Sides<Audit['verdict']>
  /** The rules whose verdict differs. */
  readonly rules: readonly RuleChange[]
  /** Findings that only one audit has; one whose severity differs is gone and added. */
  readonly findings: { readonly added: readonly Finding[]; readonly gone: readonly Finding[] }
}

export interface Sides<Value> {
  readonly from: Value
  readonly to: Value
}

/** A rule's verdict in both audits; null where the audit does not have the rule. */
export interface RuleChange extends Sides<Verdict | null> {
  readonly id: string
}

/** Compares two audits of one report. */
export const compareAudits = (from: Audit, to: Audit): AuditComparison => {
  const [before, after] = [verdictsOf(from), verdictsOf(to)]
  return {
    year: to.year,
    pack: { from: from.pack?.name ?? null, to: to.pack?.name ?? null },
    verdict: { from: from.verdict, to: to.verdict },
    rules: [...new Set([...before.keys(), ...after.keys()])]
      .map((id) => ({ id, from: before.get(id) ?? null, to: after.get(id) ?? null }))
      .filter((rule) => rule.from !== rule.to),
    findings: { added: findingsBeyond(to, from), gone: findingsBeyond(from, to) },
  }
}

const verdictsOf = ({ rules }: Audit): Map<string, Verdict> =>
  new Map(rules.map(({ rule, verdict }) => [rule.id, verdict]))

/** The findings of one audit that the other does not have. */
const findingsBeyond = ({ findings }: Audit, other: Audit): Finding[] => {
  const known = new Set(other.findings.map(keyOf))
  return findings.filter((finding) => !known.has(keyOf(finding)))
}

const keyOf = ({ severity, fingerprint }: Finding): string => `${severity} ${fingerprint}`
