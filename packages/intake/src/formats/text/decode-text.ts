import { IntakeError } from '../../intake-error.js'

// In Node and in every browser, but in no library that this package compiles with.
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string }

/**
 * The text of the bytes, without a byte order mark: as the mark says, else as strictly what it is `declared` to be, else
 * as strict UTF-8, else as strict GB 18030 (which holds GBK and GB 2312). Throws IntakeError `BINARY` for bytes that are
 * no text, `ENCODING` for text of none of these encodings.
 */
export const decodeText = (bytes: Uint8Array, declared: string | null = null): { text: string; encoding: string } => {
  const marked = encodingOfMark(bytes)
  if (marked) return decodeAs(bytes, [marked])
  refuseBinary(bytes)
  return decodeAs(bytes, [...new Set([...(declared === null ? [] : [declared]), 'utf-8', 'gb18030'])])
}

const encodingOfMark = (bytes: Uint8Array): string | null => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

const decodeAs = (bytes: Uint8Array, encodings: readonly string[]): { text: string; encoding: string } => {
  let cause: unknown
  for (const encoding of encodings) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch (error) {
      cause = error
    }
  }
  throw new IntakeError('ENCODING', `The text is not in ${encodings.join(' or ')}.`, { cause })
}

/** One control character in a hundred is no text; no text holds NUL. */
const refuseBinary = (bytes: Uint8Array): void => {
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    const line = bytes.subarray(0, nul).reduce((count, byte) => (byte === 10 ? count + 1 : count), 1)
    throw new IntakeError('BINARY', 'The file holds NUL bytes: it is not text.', { place: { line } })
  }
  let controls = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < 32 && (byte < 9 || byte > 13)) controls++
  }
  if (controls > bytes.length / 100)
    throw new IntakeError('BINARY', 'The file holds many control characters: it is not text.')
}
