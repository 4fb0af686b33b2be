import { IntakeError } from '../../intake-error.js'

/** Where a part of the table stream is. */
export interface Area {
  readonly start: number
  readonly end: number
}

export interface DocHeader {
  /** The name of the table stream. */
  readonly table: string
  /** In characters: the text, footnotes, endnotes, text boxes. */
  readonly parts: readonly Area[]
  readonly pieces: Area
  readonly characters: Area
  readonly paragraphs: Area
}

const WORD = 0xa5ec
const WORD_97 = 0xc1
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
/** Where the lengths of the document's parts stand, in the order of the parts; headers, macros and comments are not read. */
const LENGTHS = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64]
const READ: ReadonlySet<number> = new Set([0x4c, 0x50, 0x60, 0x64])

/** What the document's first bytes say. Throws IntakeError `ENCRYPTED`, or `UNSUPPORTED` for what is older than Word 97. */
export const readHeader = (document: Uint8Array): DocHeader => {
  const view = new DataView(document.buffer, document.byteOffset, document.length)
  if (view.getUint16(0, true) !== WORD) throw new IntakeError('DAMAGED', 'The file holds no Word document.')
  const flags = view.getUint16(10, true)
  if (flags & ENCRYPTED) throw new IntakeError('ENCRYPTED', 'The document asks for a password.', { detail: 'DOC' })
  if (view.getUint16(2, true) < WORD_97)
    throw new IntakeError('UNSUPPORTED', 'Documents older than Word 97 are not read.', { detail: 'DOC' })
  const area = (at: number): Area => {
    const start = view.getUint32(at, true)
    return { start, end: start + view.getUint32(at + 4, true) }
  }
  let start = 0
  const parts: Area[] = []
  for (const at of LENGTHS) {
    const end = start + view.getUint32(at, true)
    if (READ.has(at) && end > start) parts.push({ start, end })
    start = end
  }
  return {
    table: flags & SECOND_TABLE ? '1Table' : '0Table',
    parts,
    pieces: area(0x1a2),
    characters: area(0xfa),
    paragraphs: area(0x102),
  }
}
