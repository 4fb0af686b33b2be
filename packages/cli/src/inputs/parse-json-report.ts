import { type Form, parseReport, type Report, ReportError } from '@gouji/core'
import { InputError } from './input-error.js'

/** The report in a JSON text. Throws InputError with the place of a syntax error, or with what is not a report's. */
export const parseJsonReport = async (text: string, forms: readonly Form[]): Promise<Report> => {
  if (text.trim() === '') throw new InputError('EMPTY')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const { findJsonFault } = await import('./json-fault.js')
    const { line, column, expected } = findJsonFault(text)
    throw new InputError('JSON_SYNTAX', { line, column, expected }, { cause })
  }
  try {
    return parseReport(value, forms)
  } catch (cause) {
    if (!(cause instanceof ReportError)) throw cause
    throw new InputError('REPORT_SHAPE', { problems: cause.problems }, { cause })
  }
}
