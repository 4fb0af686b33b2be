import type { CompiledRule } from '../judge/compile-rule.js'
import { judgeRule, type RuleTests } from '../judge/judge-rule.js'
import type { CompiledPack } from '../pack/compile-pack.js'
import type { Reading } from '../reading/reading.js'
import type { Body, Form, Report } from '../types.js'
import type { Audit, Finding, RuleVerdict, Selection } from './audit.js'
import { conclude, type FailOn } from './conclude.js'
import { prepareAudit } from './prepare-audit.js'
import { sortFindings } from './sort-findings.js'

export interface AuditOptions {
  readonly failOn?: FailOn
  /** The forms that tables may follow; those of the packs, where not given. */
  readonly forms?: readonly Form[]
}

/**
 * Audits one report by the pack that covers its year, the most derived of several. Total: whatever the report, it ends
 * in a verdict. Throws PackError only where two packs cover its year and neither extends the other.
 */
export const auditReport = (report: Report, packs: readonly CompiledPack[], options: AuditOptions = {}): Audit => {
  const { selection, judged } = prepareAudit(report, packs, options.forms)
  if (judged === null) return withoutPack(report, selection)
  return judgeReport(judged.reading, judged.pack, selection, (rule) => rule, options)
}

/** Judges a reading by a pack, its conditions evaluated by whatever `testsOf` yields for a rule. */
export const judgeReport = (
  reading: Reading,
  pack: CompiledPack,
  selection: Selection,
  testsOf: (rule: CompiledRule, index: number) => RuleTests,
  { failOn = 'error' }: AuditOptions,
): Audit => {
  const findings: Finding[] = []
  const rules: RuleVerdict[] = []
  const { rules: compiled } = pack
  for (let i = 0; i < compiled.length; i++)
    rules.push(judgeRule(compiled[i]!, testsOf(compiled[i]!, i), reading, findings))
  return {
    body: bodyOf(reading.report, reading),
    year: reading.report.year ?? null,
    yearFrom: reading.report.yearFrom,
    pack: pack.pack,
    selection,
    notices: noticesOf(reading.report),
    ...conclude(rules, findings, failOn),
    rules,
    findings: sortFindings(findings, reading.form),
  }
}

const bodyOf = ({ body }: Report, read?: Pick<Reading, 'kind' | 'rank'>): Body => ({
  name: body?.name ?? '',
  kind: read?.kind ?? body?.kind ?? 'unknown',
  rank: read?.rank ?? body?.rank ?? 'unknown',
  ...(body?.region !== undefined && { region: body.region }),
})

const NO_NOTICES: Audit['notices'] = []

const noticesOf = ({ document }: Report): Audit['notices'] => document?.notices ?? NO_NOTICES

const withoutPack = (report: Report, selection: Selection): Audit => ({
  body: bodyOf(report),
  year: report.year ?? null,
  yearFrom: report.yearFrom,
  pack: null,
  selection,
  verdict: 'incomplete',
  notices: noticesOf(report),
  incompleteBecause: [{ code: 'no-pack', check: 'report' }],
  counts: conclude([], [], 'error').counts,
  rules: [],
  findings: [],
})
