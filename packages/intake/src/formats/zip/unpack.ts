import { Inflate, inflateSync } from 'fflate'
import { IntakeError } from '../../intake-error.js'
import { crcOf } from './crc.js'
import type { ZipEntry } from './read-directory.js'

/** So few packed bytes at a time that they unpack to some 32 MiB at most. */
const CHUNK = 32 * 1024

/** The entry's bytes; not one more is unpacked than it says it has. */
export const unpack = (bytes: Uint8Array, { method, start, end, size, crc }: ZipEntry): Uint8Array => {
  const packed = bytes.subarray(start, end)
  if (method !== 0 && method !== 8)
    throw new IntakeError('UNSUPPORTED', 'The archive is packed in a way that is not read.', { detail: 'ZIP' })
  const unpacked = method === 0 ? packed : inflate(packed, size)
  if (unpacked.length !== size || crcOf(unpacked) !== crc) throw damaged()
  return unpacked
}

const damaged = (cause?: unknown): IntakeError =>
  new IntakeError('DAMAGED', 'The archive holds something else than it says.', { cause })

const inflate = (packed: Uint8Array, size: number): Uint8Array => {
  try {
    // What is longer than its room is cut at the room's end.
    return packed.length <= CHUNK ? inflateSync(packed, { out: new Uint8Array(size + 1) }) : inflateChunks(packed, size)
  } catch (error) {
    throw error instanceof IntakeError ? error : damaged(error)
  }
}

const inflateChunks = (packed: Uint8Array, size: number): Uint8Array => {
  const unpacked = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw damaged()
    unpacked.set(chunk, length)
    length += chunk.length
  })
  for (let at = 0; at < packed.length; at += CHUNK)
    stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length)
  return unpacked.subarray(0, length)
}
