import type { Report } from '@gouji/core'
import { type Format, type FormatReader, MEDIA_TYPES } from './formats/format.js'
import { formatOf } from './formats/format-of.js'
import { IntakeError, tooLarge } from './intake-error.js'
import { LIMITS, type Limits } from './limits.js'
import { type ReadOptions, readModel } from './reader/read-model.js'

export interface DocumentInput {
  /** A file name or path, used for its extension and in messages. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadDocument {
  readonly report: Report
  /** What the document is, by its content: `text/html`, `application/pdf`. */
  readonly mediaType: string
}

/** Loaded when the first document of their format is read. */
const READERS: Readonly<Record<Format, () => Promise<FormatReader>>> = {
  text: async () => (await import('./formats/text/read-text-bytes.js')).readTextBytes,
  html: async () => (await import('./formats/html/read-html.js')).readHtml,
  docx: async () => (await import('./formats/docx/read-docx.js')).readDocx,
  doc: async () => (await import('./formats/doc/read-doc.js')).readDoc,
  xlsx: async () => (await import('./formats/xlsx/read-xlsx.js')).readXlsx,
  pdf: async () => (await import('./formats/pdf/read-pdf.js')).readPdf,
}

/**
 * The report that a document holds, with the place of every cell and heading. What cannot be placed surely is listed
 * in `document`, never guessed. Rejects with IntakeError where the document cannot be read as a report, or is more than
 * the limits allow.
 */
export const readDocument = async (
  { name, bytes }: DocumentInput,
  { limits: asked, ...options }: ReadOptions & { readonly limits?: Partial<Limits> },
): Promise<ReadDocument> => {
  const limits: Limits = { ...LIMITS, ...asked }
  if (bytes.length > limits.bytes) throw tooLarge('bytes', limits.bytes)
  const format = formatOf(name, bytes)
  const read = await READERS[format]()
  const model = await read(bytes, limits)
  if (model.items.length === 0) throw new IntakeError('EMPTY', `${name} holds no text.`)
  return { report: readModel(model, options), mediaType: MEDIA_TYPES[format] }
}
