import type { Form, Report } from '@gouji/core'
import { decodeText, type Given, IntakeError, readModel, readText } from '@gouji/intake'

export { formatOf } from '@gouji/intake'

/** Reads plain text here: it is done before a thread would have started. */
export const readTextDocument = (
  bytes: Uint8Array,
  forms: readonly Form[],
  given: Given,
): { readonly report: Report; readonly mediaType: string } => {
  const model = readText(decodeText(bytes).text)
  if (model.items.length === 0) throw new IntakeError('EMPTY', 'The document holds no text.')
  return { report: readModel(model, { forms, given }), mediaType: 'text/plain' }
}
