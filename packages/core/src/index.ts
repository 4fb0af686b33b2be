export type { Audit, CheckCounts, CheckReason, Finding, RuleVerdict, Selection } from './audit/audit.js'
export { type AuditOptions, auditReport, type FailOn } from './audit/audit-report.js'
export { type AuditComparison, compareAudits, type RuleChange, type Sides } from './audit/compare-audits.js'
export { compareText } from './audit/sort-findings.js'
export type { Evidence, Reason, ReasonCode, SubjectKind } from './facts/fact.js'
export { inferBody } from './form/infer-body.js'
export { schemaOfForm } from './form/report-schema.js'
export { checkPack } from './pack/check-pack.js'
export { type CompiledPack, compilePack } from './pack/compile-pack.js'
export type { FormDiff, PlacedColumn, PlacedRow, TableFrame, WordsDiff } from './pack/diff-form.js'
export type { ItemsDiff, KeyChange } from './pack/diff-items.js'
export { diffPacks, type InstrumentChange, type PackDiff } from './pack/diff-packs.js'
export { integrityText } from './pack/integrity.js'
export { loadPack } from './pack/load-pack.js'
export { type FactContext, mergedCode, type PackCode, type PackFact } from './pack/pack-code.js'
export { PackError, type PackProblem, type PackProblemCode } from './pack/pack-error.js'
export { sameValue } from './pack/same-value.js'
export { unrelatedPacks } from './pack/select-pack.js'
export { statusOf } from './pack/status-of.js'
export { datedExample } from './report/example.js'
export { parseReport, ReportError, type ShapeProblem } from './report/parse-report.js'
export { valueAt, withValue } from './report/pointer.js'
export { type Day, findPeriod, parseIsoDay, type StatedPeriod, validDay } from './text/dates.js'
export {
  chineseNumber,
  normalizeLabel,
  type Ordinal,
  similarity,
  splitOrdinal,
  withoutNotes,
} from './text/normalize.js'
export * from './types.js'
