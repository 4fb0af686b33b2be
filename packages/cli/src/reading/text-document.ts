import type { Form, Report } from '@gouji/core'
import { applyGiven, decodeText, formatOf, type Given, IntakeError, readModel, readText } from '@gouji/intake'

// All that this thread asks of intake: loaded whole, it would bring the readers of other formats along.
export { applyGiven, decodeText, formatOf }

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
