import { Unzlib } from 'fflate'
import { IntakeError, tooLarge } from '../../intake-error.js'
import type { Limits } from '../../limits.js'
import { indexOfText, latin } from '../bytes.js'

const STREAM = 'stream'
const END = 'endstream'
/** The letter before `stream` in it. */
const LAST_OF_END = 0x64
/** How far before a stream its dictionary may begin. */
const LONGEST_DICTIONARY = 2000
/** Deflate packs no more bytes than this into one. */
const MOST_PACKED = 1032
/** Small enough that what a chunk unpacks to fits in the memory, whatever it holds. */
const CHUNK = 16 * 1024
/** A stream may hold the word that ends it; how often before it is no stream. */
const MOST_ENDS = 4

/**
 * Refuses a PDF whose streams unpack to more than the limit: pdfjs unpacks a stream whole. Throws IntakeError
 * `TOO_LARGE`, and `DAMAGED` for streams that are packed twice or do not end. Streams that are encrypted, or packed in
 * the ways of before 1996, are not looked into.
 */
export const refuseBombs = (bytes: Uint8Array, { unpackedBytes }: Limits): void => {
  let left = unpackedBytes
  const isSmall = bytes.length * MOST_PACKED <= unpackedBytes
  for (let at = findStream(bytes, 0); at >= 0; at = findStream(bytes, at + STREAM.length)) {
    const start = bytes[at + STREAM.length] === 0x0d ? at + STREAM.length + 2 : at + STREAM.length + 1
    const filters = dictionaryBefore(bytes, at).split(/\/(?:FlateDecode|Fl)\b/u).length - 1
    if (filters === 0) continue
    if (filters > 1) throw new IntakeError('DAMAGED', 'The PDF holds a stream that is packed twice.')
    if (isSmall) continue
    left -= unpackedSize(bytes, start, left)
    if (left < 0) throw tooLarge('unpackedBytes', unpackedBytes)
  }
}

/** Where a stream begins, and not where one ends. */
const findStream = (bytes: Uint8Array, from: number): number => {
  let at = indexOfText(bytes, STREAM, from)
  while (at >= 0 && bytes[at - 1] === LAST_OF_END) at = indexOfText(bytes, STREAM, at + STREAM.length)
  return at
}

/** The text between `obj` and the stream. */
const dictionaryBefore = (bytes: Uint8Array, at: number): string => {
  const text = latin(bytes.subarray(Math.max(0, at - LONGEST_DICTIONARY), at))
  return text.slice(text.lastIndexOf('obj') + 3)
}

/** How many bytes a stream unpacks to, or more than `most`; 0 for what cannot be unpacked. */
const unpackedSize = (bytes: Uint8Array, start: number, most: number): number => {
  let end = start
  for (let ends = 0; ends < MOST_ENDS; ends++) {
    end = indexOfText(bytes, END, end + ends)
    const size = sizeOf(bytes.subarray(start, end < 0 ? bytes.length : end), most)
    if (size !== null) return size
    if (end < 0) return 0
  }
  throw new IntakeError('DAMAGED', 'The PDF holds a stream that does not end.')
}

/** Null where the stream goes on after the bytes. */
const sizeOf = (packed: Uint8Array, most: number): number | null => {
  let size = 0
  const unzlib = new Unzlib((chunk) => {
    size += chunk.length
  })
  try {
    for (let at = 0; at < packed.length && size <= most; at += CHUNK) unzlib.push(packed.subarray(at, at + CHUNK))
    if (size <= most) unzlib.push(new Uint8Array(0), true)
  } catch (error) {
    return (error as { readonly code?: number }).code === 0 ? null : 0
  }
  return size
}
