import type { Audit, RuleVerdict } from '../audit/audit.js'
import { auditReport } from '../audit/audit-report.js'
import type { CompiledPack } from '../pack/compile-pack.js'
import { changedReport, datedExample } from '../report/example.js'
import { parseReport, ReportError } from '../report/parse-report.js'
import type { Example, Report, Rule } from '../types.js'

/** An example that did not come out as it says, or a rule whose examples do not show enough. */
export interface ExampleFault {
  readonly ruleId: string
  readonly example: string
  readonly message: string
}

export interface PackTest {
  readonly examples: number
  readonly faults: readonly ExampleFault[]
}

/** Runs every rule's examples on the pack's clean report; on that report itself every rule passes or does not apply. */
export const testPack = (compiled: CompiledPack): PackTest => {
  const { pack } = compiled
  const faults: ExampleFault[] = []
  let examples = 0
  const clean = auditReport(pack.clean, [compiled])
  if (clean.pack === null)
    faults.push({
      ruleId: '',
      example: 'clean.json',
      message: 'the clean report is of a year that the pack does not cover',
    })
  for (const { rule, verdict, reasons } of clean.rules) {
    if (verdict !== 'pass' && verdict !== 'notApplicable') {
      faults.push({
        ruleId: rule.id,
        example: 'clean.json',
        message: `on the clean report its verdict is ${verdict}${reasonsOf(reasons)}`,
      })
    }
  }
  for (const rule of pack.rules) {
    const cleanVerdict = clean.rules.find((entry) => entry.rule === rule)?.verdict
    faults.push(...lacking(rule, cleanVerdict).map((message) => ({ ruleId: rule.id, example: '', message })))
    for (const example of rule.examples) {
      examples++
      const message = runExample(compiled, rule, example)
      if (message !== null) faults.push({ ruleId: rule.id, example: example.name, message })
    }
  }
  return { examples, faults }
}

/** The clean report with an example's changes. Throws ReportError where they make it no report. */
const applyExample = (clean: Report, example: Example): Report =>
  parseReport(changedReport(clean, datedExample(example, clean)))

const lacking = (rule: Rule, cleanVerdict: string | undefined): string[] => {
  const verdicts = new Set([...rule.examples.map(({ verdict }) => verdict), cleanVerdict])
  const names = rule.examples.map(({ name }) => name)
  return [
    ...(verdicts.has('fail') ? [] : ['it needs an example that fails']),
    ...(verdicts.has('pass') ? [] : ['it needs an example that passes']),
    ...((rule.needs ?? []).length === 0 || verdicts.has('notAssessable')
      ? []
      : ['it has needs, so it needs an example that is notAssessable']),
    ...(new Set(names).size === names.length ? [] : ['two of its examples have one name']),
  ]
}

const runExample = (compiled: CompiledPack, rule: Rule, example: Example): string | null => {
  let audit: Audit
  try {
    const report = applyExample(compiled.pack.clean, example)
    if (JSON.stringify(report) === JSON.stringify(compiled.pack.clean)) return 'it changes nothing of the clean report'
    audit = auditReport(report, [compiled])
  } catch (error) {
    if (error instanceof ReportError || error instanceof RangeError) return error.message
    throw error
  }
  const result = audit.rules.find((entry) => entry.rule.id === rule.id)
  if (!result) return 'the changed report is of a year that the pack does not cover'
  if (result.verdict !== example.verdict)
    return `expected ${example.verdict}, was ${result.verdict}${reasonsOf(result.reasons)}`
  if (example.reason !== undefined && !result.reasons.some(({ code }) => code === example.reason))
    return `expected the reason ${example.reason}, was${reasonsOf(result.reasons)}`
  const findings = audit.findings.filter((finding) => finding.rule.id === rule.id)
  const severity = example.severity ?? rule.severity
  const other = findings.find((finding) => finding.severity !== severity)
  if (other) return `expected the severity ${severity}, was ${other.severity}`
  const keys = findings.map(({ check }) => check.key).sort()
  if (example.checks && keys.join() !== [...example.checks].sort().join())
    return `expected the checks ${example.checks.join(', ')} to fail, not ${keys.join(', ')}`
  return null
}

const reasonsOf = (reasons: RuleVerdict['reasons']): string =>
  reasons.length === 0
    ? ''
    : ` (${reasons.map(({ code, label, thrown }) => [code, label, thrown].filter(Boolean).join(' ')).join('; ')})`
