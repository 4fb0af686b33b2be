import { IntakeError, tooLarge } from '../../intake-error.js'
import { latin } from '../bytes.js'

export interface ZipEntry {
  readonly name: string
  readonly isEncrypted: boolean
  /** How it is packed: 0 not at all, 8 deflated. */
  readonly method: number
  readonly crc: number
  /** Unpacked. */
  readonly size: number
  /** Where its packed bytes are. */
  readonly start: number
  readonly end: number
}

const END = 0x06054b50
const END_LENGTH = 22
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
const LONGEST_COMMENT = 0xffff
/** Of the flags: encrypted, strongly encrypted, an encrypted directory. */
const ENCRYPTED = 0x2041

/** The entries as the directory at the archive's end lists them. Throws IntakeError `DAMAGED` where they share bytes. */
export const readDirectory = (bytes: Uint8Array, most: number): readonly ZipEntry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (count === 0xffff || start === 0xffffffff)
    throw new IntakeError('UNSUPPORTED', 'ZIP64 archives are not read.', { detail: 'ZIP64' })
  if (count > most) throw tooLarge('elements', most)
  const entries: (ZipEntry & { readonly offset: number })[] = []
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) throw damaged()
    const nameLength = view.getUint16(at + 28, true)
    const offset = view.getUint32(at + 42, true)
    const first = startOf(view, offset, start)
    const last = first + view.getUint32(at + 20, true)
    if (last > start) throw damaged()
    entries.push({
      name: nameOf(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      start: first,
      end: last,
      offset,
    })
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  const sorted = entries.toSorted((a, b) => a.offset - b.offset)
  if (sorted.some(({ offset }, index) => index > 0 && offset < sorted[index - 1]!.end)) throw damaged()
  return entries
}

const damaged = (): IntakeError => new IntakeError('DAMAGED', 'The archive is cut off or damaged.')

const findEnd = (view: DataView): number => {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength)
      return at
  }
  throw damaged()
}

/** Where the packed bytes start behind the header at `offset`. */
const startOf = (view: DataView, offset: number, directory: number): number => {
  if (offset + LOCAL_LENGTH > directory || view.getUint32(offset, true) !== LOCAL) throw damaged()
  return offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
}

const nameOf = (bytes: Uint8Array): string => latin(bytes).replaceAll('\\', '/').toLowerCase()
