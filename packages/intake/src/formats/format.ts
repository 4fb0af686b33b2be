import type { Limits } from '../limits.js'
import type { DocumentModel } from '../model/document-model.js'

/** The formats that are read, with what they are called in a result. */
export const MEDIA_TYPES = {
  text: 'text/plain',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

export type Format = keyof typeof MEDIA_TYPES

/**
 * Reads the bytes of a document of its format. Throws IntakeError where they are not what they should be, or more than
 * the limits allow; fetches nothing.
 */
export type FormatReader = (bytes: Uint8Array, limits: Limits) => DocumentModel | Promise<DocumentModel>
