import { validateReport } from '../generated/validate-report.js'
import type { Form, Report } from '../types.js'
import { escapeStep } from './pointer.js'

/** One thing about a document's shape that its schema refuses. */
export interface ShapeProblem {
  readonly pointer: string
  readonly message: string
}

/** JSON that is no report: all that is wrong with its shape, by pointer. */
export class ReportError extends Error {
  readonly code = 'REPORT_SHAPE'
  readonly problems: readonly ShapeProblem[]
  constructor(problems: readonly ShapeProblem[]) {
    super(`not a report: ${problems.map(({ pointer, message }) => `${pointer || '/'} ${message}`).join('; ')}`)
    this.name = 'ReportError'
    this.problems = problems
  }
}

/** How many problems of one document are told. */
const MOST = 20

/** The value as a report, unchanged. Throws ReportError where the schema, or every form's closed list of sections and tables, refuses it. */
export const parseReport = (value: unknown, forms: readonly Form[] = []): Report => {
  if (!validateReport(value)) throw new ReportError(shapeProblems(validateReport.errors ?? []))
  const report = value as unknown as Report
  const problems = forms.length === 0 ? [] : unknownParts(report, forms)
  if (problems.length > 0) throw new ReportError(problems)
  return report
}

/** What ajv says of one fault. */
interface SchemaError {
  readonly instancePath: string
  readonly message?: string
  readonly params: Record<string, unknown>
  readonly keyword: string
  readonly propertyName?: string
}

/** What ajv says, as pointers and sentences. */
export const shapeProblems = (errors: readonly SchemaError[]): ShapeProblem[] =>
  errors
    .filter(({ keyword, propertyName }) => keyword !== 'anyOf' && propertyName === undefined)
    .slice(0, MOST)
    .map(({ instancePath: pointer, message = 'is wrong', params, keyword }) => {
      switch (keyword) {
        case 'additionalProperties':
          return {
            pointer: `${pointer}/${escapeStep(String(params.additionalProperty))}`,
            message: 'is not known here',
          }
        case 'propertyNames':
          return {
            pointer: `${pointer}/${escapeStep(String(params.propertyName))}`,
            message: 'is no id: a letter, then letters and digits',
          }
        case 'enum':
          return { pointer, message: `must be one of ${(params.allowedValues as unknown[]).join(', ')}` }
        default:
          return { pointer, message }
      }
    })

/** Sections and tables that no form has: the form closes what the schema leaves open. */
const unknownParts = (report: Report, forms: readonly Form[]): ShapeProblem[] => {
  const problems: ShapeProblem[] = []
  for (const [id, section] of Object.entries(report.sections)) {
    const known = forms.filter((form) => form.sections.some((candidate) => candidate.id === id))
    if (known.length === 0) {
      problems.push({
        pointer: `/sections/${id}`,
        message: `is no section; sections are ${forms[0]!.sections.map((candidate) => candidate.id).join(', ')}`,
      })
      continue
    }
    for (const table of Object.keys(section.tables ?? {})) {
      const tables = known.flatMap((form) =>
        form.tables.filter((candidate) => candidate.section === id).map((candidate) => candidate.id),
      )
      if (!tables.includes(table))
        problems.push({
          pointer: `/sections/${id}/tables/${table}`,
          message: `is no table of this section; it has ${[...new Set(tables)].join(', ') || 'none'}`,
        })
    }
  }
  return problems.slice(0, MOST)
}
