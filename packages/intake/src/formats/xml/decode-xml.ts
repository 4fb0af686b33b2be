import { IntakeError } from '../../intake-error.js'

// In Node and in every browser, but in no library that this package compiles with.
declare const TextDecoder: new (label: string, options?: { fatal: boolean }) => { decode(bytes: Uint8Array): string }

/** The text of an XML document in UTF-8 or UTF-16, without a byte order mark. Throws IntakeError `DAMAGED` for another. */
export const decodeXml = (bytes: Uint8Array): string => {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  // Being strict costs twice the time: only where a character tells that it may be needed.
  if (!text.includes('\uFFFD')) return text
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new IntakeError('DAMAGED', 'The XML is neither UTF-8 nor UTF-16.', { cause })
  }
}

/** By the byte order mark, or by how the first `<` stands. */
const encodingOf = ([a, b]: Uint8Array): string => {
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  return (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c) ? 'utf-16be' : 'utf-8'
}
