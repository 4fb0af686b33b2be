export type { Audit, CheckCounts, CheckReason, Finding, RuleVerdict, Selection } from './audit/audit.js'
export { type AuditOptions, auditReport, type FailOn } from './audit/audit-report.js'
export { compareText } from './audit/sort-findings.js'
export { type CellState, readCell } from './cell/read-cell.js'
export { BLOCKING, type Evidence, type Reason, type ReasonCode, type SubjectKind } from './facts/fact.js'
export { inferBody } from './form/infer-body.js'
export { schemaOfForm } from './form/report-schema.js'
export { checkPack } from './pack/check-pack.js'
export { type CompiledPack, compilePack } from './pack/compile-pack.js'
export { integrityText } from './pack/integrity.js'
export { loadPack } from './pack/load-pack.js'
export type { FactContext, PackCode, PackFact } from './pack/pack-code.js'
export { PackError, type PackProblem, type PackProblemCode } from './pack/pack-error.js'
export { selectPack } from './pack/select-pack.js'
export { parseReport, ReportError, type ShapeProblem } from './report/parse-report.js'
export { escapeStep, pointerSteps, withValue } from './report/pointer.js'
export { type Day, dayNumber, findPeriod, parseIsoDay, type StatedPeriod, validDay } from './text/dates.js'
export {
  chineseNumber,
  normalizeLabel,
  type Ordinal,
  similarity,
  splitOrdinal,
  toHalfWidth,
  withoutNotes,
} from './text/normalize.js'
export * from './types.js'
