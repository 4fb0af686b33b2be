import { createHash } from 'node:crypto'
import { packOfYear, type Report } from '@gouji/core'
import type { Given } from '@gouji/intake'
import type { Readers } from '../packs/readers-of.js'
import { decodeJson } from './decode-json.js'
import { InputError } from './input-error.js'
import { parseJsonReport } from './parse-json-report.js'
import { readBytes } from './read-bytes.js'

/** A report, and what a result says of the document it came from. */
export interface ReadInput {
  readonly report: Report
  readonly mediaType: string
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string
}

/** Reads one input, report JSON or a document, and applies what was given. Throws InputError. */
export const readInput = async (path: string, readers: Readers, given: Given): Promise<ReadInput> => {
  const bytes = await readBytes(path)
  try {
    const { report, mediaType } = isJson(path, bytes)
      ? { report: await readJson(bytes, readers, given), mediaType: 'application/json' }
      : await readOther(path, bytes, readers, given)
    return { report, mediaType, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    const { IntakeError } = await import('@gouji/intake')
    if (!(cause instanceof IntakeError)) throw cause
    const { code, place, detail } = cause
    const details = { ...(place?.line !== undefined && { line: place.line }), ...(detail !== undefined && { detail }) }
    throw new InputError(code, details, { cause })
  }
}

const readJson = async (bytes: Buffer, { packs, forms }: Readers, given: Given): Promise<Report> => {
  const report = await parseJsonReport(await decodeJson(bytes), forms)
  if (Object.keys(given).length === 0) return report
  const year = given.year ?? report.year ?? 0
  const { form } = packOfYear(packs, year) ?? packs.at(-1)!
  const { applyGiven } = await import('@gouji/intake')
  return applyGiven(report, form, given)
}

const readOther = async (
  path: string,
  bytes: Buffer,
  { forms }: Readers,
  given: Given,
): Promise<{ readonly report: Report; readonly mediaType: string }> => {
  const { readDocument } = await import('@gouji/intake')
  return readDocument({ name: path, bytes }, { forms, given })
}

/** By its name, or by an opening brace behind a byte order mark and blanks. */
const isJson = (path: string, bytes: Buffer): boolean => {
  if (/\.json$/i.test(path)) return true
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  let at = wide ? 2 : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (isBlank(bytes[at]!) || (wide && bytes[at] === 0)) at++
  return bytes[at] === 0x7b
}

const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
