import { tooLarge } from '../../intake-error.js'
import type { Limits } from '../../limits.js'
import { damagedOle } from '../ole/open-ole.js'
import type { DocHeader } from './read-header.js'

/** Text that stands together in the document's stream. */
export interface Piece {
  /** Of its first character in the document. */
  readonly start: number
  readonly text: string
  /** Of its first character in the stream. */
  readonly offset: number
  readonly bytesPerChar: 1 | 2
}

// In Node and in every browser, but in no library that this package compiles with.
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string }

const LATIN = 0x40000000

/** The pieces that the document's text is put together from, in its order. No byte is of two pieces' text. */
export const readPieces = (
  document: Uint8Array,
  table: Uint8Array,
  { pieces: area }: DocHeader,
  limits: Limits,
): readonly Piece[] => {
  const view = new DataView(table.buffer, table.byteOffset, table.length)
  let at = area.start
  while (view.getUint8(at) === 1) at += 3 + view.getUint16(at + 1, true)
  if (view.getUint8(at) !== 2) throw damagedOle()
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12)
  if (count > limits.elements) throw tooLarge('elements', limits.elements)
  const positions = at + 5
  const places = positions + (count + 1) * 4
  const latin = new TextDecoder('windows-1252')
  const wide = new TextDecoder('utf-16le')
  const pieces: Piece[] = []
  let left = document.length
  for (let index = 0; index < count; index++) {
    const start = view.getUint32(positions + index * 4, true)
    const length = view.getUint32(positions + index * 4 + 4, true) - start
    const place = view.getUint32(places + index * 8 + 2, true)
    const bytesPerChar = place & LATIN ? 1 : 2
    const offset = place & LATIN ? (place & (LATIN - 1)) / 2 : place
    left -= length * bytesPerChar
    if (length < 0 || left < 0 || offset + length * bytesPerChar > document.length) throw damagedOle()
    const bytes = document.subarray(offset, offset + length * bytesPerChar)
    pieces.push({ start, text: (bytesPerChar === 1 ? latin : wide).decode(bytes), offset, bytesPerChar })
  }
  return pieces
}
