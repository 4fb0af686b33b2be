import { type Form, parseReport, type Report, ReportError } from '@gouji/core'
import { InputError } from './input-error.js'
import { JsonSyntaxError, parseJson } from './parse-json.js'

/** The report in a JSON text. Throws InputError with the place of a syntax error, or with what is not a report's. */
export const parseJsonReport = async (text: string, forms: readonly Form[]): Promise<Report> => {
  if (text.trim() === '') throw new InputError('EMPTY')
  const value = await parseJson(text).catch((cause: unknown) => {
    throw cause instanceof JsonSyntaxError ? new InputError('JSON_SYNTAX', cause.fault, { cause }) : cause
  })
  try {
    return parseReport(value, forms)
  } catch (cause) {
    if (!(cause instanceof ReportError)) throw cause
    throw new InputError('REPORT_SHAPE', { problems: cause.problems }, { cause })
  }
}
