import type { Report } from '@gouji/core'
import { IntakeError } from './intake-error.js'
import { type ReadOptions, readModel } from './reader/read-model.js'
import { decodeText } from './text/decode-text.js'
import { readText } from './text/read-text.js'

export interface DocumentInput {
  /** A file name or path, used for its extension and in messages. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadDocument {
  readonly report: Report
  /** text/plain */
  readonly mediaType: string
}

const MOST_BYTES = 64 * 1024 * 1024

/**
 * The report that a document holds, with the place of every cell and heading. What cannot be placed surely is listed
 * in `document`, never guessed. Throws IntakeError where the document cannot be read as a report.
 */
export const readDocument = ({ name, bytes }: DocumentInput, options: ReadOptions): ReadDocument => {
  if (bytes.length > MOST_BYTES) throw new IntakeError('TOO_LARGE', `${name} has more than ${MOST_BYTES} bytes.`)
  const { text } = decodeText(bytes)
  const model = readText(text)
  if (model.items.length === 0) throw new IntakeError('EMPTY', `${name} holds no text.`)
  return { report: readModel(model, options), mediaType: 'text/plain' }
}
