import { type AuditRecord, compilePack, type Failure } from '@gouji/core'
import { createReporter, type Format, type ReporterOptions, type RunSummary, toAuditRecord } from '@gouji/reporters'
import { code } from '@gouji/rules-2020'
import { auditChanged, input, pack } from './audited.js'

const options: ReporterOptions = {
  lang: 'zh',
  tool: { name: 'gouji', version: '1.2.3' },
  asOf: '2021-02-03',
  run: { options: {}, files: [] },
  packs: [pack],
}

type More = Partial<Omit<ReporterOptions & RunSummary, 'failures'>> & { readonly failures?: readonly Failure[] }

/** What a run came to, and whatever else is unlike a plain one. */
export type RunArguments = readonly [records: readonly AuditRecord[], more?: More]

/** What a run of these records and failures is in the format. */
export const rendered = async (
  format: Format,
  ...[records, { failures = [], ...more } = {}]: RunArguments
): Promise<string> => {
  const { notices = [], executionSuccessful = true, ...others } = more
  const reporter = await createReporter(format, { ...options, ...others })
  return [
    reporter.begin(),
    ...records.map((record) => reporter.audit(record)),
    ...failures.map((failure) => reporter.failure(failure)),
    reporter.end({ failures: failures.length, notices, executionSuccessful }),
  ].join('')
}

const recordOf = (
  changes: Readonly<Record<string, unknown>>,
  path = input.path,
  by?: Parameters<typeof auditChanged>[1],
) => toAuditRecord(auditChanged(changes, by), { ...input, path }, options.lang, [pack])

const FAULTS = {
  '/sections/requests/tables/requests/rows/granted/natural': 40,
  '/sections/disputes/tables/disputes/rows/review/corrected': '１',
}

/** A clean report. */
export const passing = (path?: string): AuditRecord => recordOf({}, path)
/** Errors and a note, one of them with a line. */
export const failing = (path?: string): AuditRecord => {
  const record = recordOf(FAULTS, path)
  const [first, ...others] = record.findings
  const evidence = first!.evidence.map((item) => ({ ...item, place: { line: 7, column: 3 } }))
  return { ...record, findings: [{ ...first!, evidence }, ...others] }
}
/** No pack judged it. */
export const withoutPack = (path?: string): AuditRecord => recordOf({ '/year': 2022 }, path)
/** An error rule could not be judged. */
export const incomplete = (path?: string): AuditRecord =>
  recordOf(
    {
      '/sections/requests/tables/requests/rows/granted': undefined,
      '/document/unplaced/0': { pointer: '/sections/requests/tables/requests', text: '1 2 3' },
    },
    path,
  )
/** A rule that asks a fact which throws. */
export const broken = (path?: string): AuditRecord => {
  const differByOneDigit = () => {
    throw new Error('broken on purpose')
  }
  return recordOf({}, path, compilePack(pack, { ...code, facts: { ...code.facts, differByOneDigit } }))
}

const waiver = { reason: '历史数据', approver: '王审', expires: '2027-01-01' }

/** What failed it was waived. */
export const waived = (path?: string): AuditRecord => {
  const record = failing(path)
  const findings = record.findings.map((finding) => (finding.severity === 'error' ? { ...finding, waiver } : finding))
  const count = findings.filter((finding) => 'waiver' in finding).length
  return {
    ...record,
    verdict: 'pass',
    findings,
    counts: { ...record.counts, findings: { ...record.counts.findings, error: 0, waived: count } },
  }
}

/** Against a baseline: each state, and one that is gone. */
export const compared = (path?: string): AuditRecord => {
  const record = failing(path)
  const states = ['new', 'unchanged', 'changed'] as const
  const { ruleId, severity, check, message, fingerprint } = record.findings[0]!
  return {
    ...record,
    findings: record.findings.map((finding, index) => ({ ...finding, baseline: states[index % 3]! })),
    gone: [{ ruleId, severity, check, message, fingerprint: `${fingerprint}:gone` }],
    counts: { ...record.counts, baseline: { new: 1, unchanged: 1, changed: 1, gone: 1 } },
  }
}

export const missing: Failure = { path: '没有/b.json', code: 'FILE_MISSING', message: '没有这个文件' }
