import type { Report } from '@gouji/core'
import type { Given } from '@gouji/intake'
import { decodeJson } from '../inputs/decode-json.js'
import { InputError } from '../inputs/input-error.js'
import { parseJsonReport } from '../inputs/parse-json-report.js'
import { sha256Of } from '../inputs/sha256-of.js'
import { formOfYear, type Readers } from '../packs/readers-of.js'
import type { Register } from '../project/config.js'
import type { Limits } from '../settings/limits.js'
import { applyRegister } from './apply-register.js'
import { readBytes } from './read-bytes.js'
import type { ReaderPool } from './reader-pool.js'

/** A report, and what a result says of the document it came from. */
export interface ReadInput {
  readonly report: Report
  readonly mediaType: string
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string
}

/** Reads the inputs of a run. */
export interface DocumentReader {
  /** Reads one input, report JSON or a document, and applies what was given. Rejects with InputError. */
  read(path: string): Promise<ReadInput>
  /** Ends the threads that were started. */
  close(): Promise<void>
}

/** Report JSON and text are read here, other documents in threads of their own, which the first of them starts. */
export const createReader = (
  readers: Readers,
  given: Given,
  { limits, register }: { readonly limits: Limits; readonly register: Register },
): DocumentReader => {
  let pool: Promise<ReaderPool> | null = null
  const openPool = async () => (await import('./reader-pool.js')).openReaderPool(readers.forms, given, limits)
  const readDocument = async (path: string, bytes: Buffer) => {
    const { formatOf, readTextDocument } = await import('./text-document.js')
    if (formatOf(path, bytes) === 'text') return readTextDocument(bytes, readers.forms, given)
    pool ??= openPool()
    return (await pool).read(path, bytes)
  }
  const readReport = async (path: string, bytes: Buffer) =>
    isJson(path, bytes)
      ? { report: await readJson(bytes, readers, given), mediaType: 'application/json' }
      : readDocument(path, bytes)
  return {
    read: async (path) => {
      const bytes = await readBytes(path, limits.size)
      const sha256 = sha256Of(bytes)
      const { report, mediaType } = await readReport(path, bytes).catch(refuse)
      return { report: applyRegister(report, register, given), mediaType, sha256 }
    },
    close: async () => (await pool)?.close(),
  }
}

/** The class of intake's refusals is loaded only when there is one. */
const refuse = async (error: unknown): Promise<never> => {
  throw error instanceof InputError ? error : (await import('./refusal-of.js')).refusalOf(error)
}

const readJson = async (bytes: Buffer, readers: Readers, given: Given): Promise<Report> => {
  const report = await parseJsonReport(await decodeJson(bytes), readers.forms)
  if (Object.keys(given).length === 0) return report
  const form = formOfYear(readers, given.year ?? report.year ?? 0)
  const { applyGiven } = await import('./text-document.js')
  return applyGiven(report, form, given)
}

/** By its name, or by an opening brace behind a byte order mark and blanks. */
const isJson = (path: string, bytes: Buffer): boolean => {
  if (/\.json$/i.test(path)) return true
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  let at = wide ? 2 : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (isBlank(bytes[at]!) || (wide && bytes[at] === 0)) at++
  // {\rtf opens a document of another kind.
  return bytes[at] === 0x7b && bytes[at + 1] !== 0x5c
}

const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
