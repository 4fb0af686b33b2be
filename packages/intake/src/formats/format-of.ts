import { IntakeError } from '../intake-error.js'
import { indexOfText, latin } from './bytes.js'
import type { Format } from './format.js'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** A PDF may have a little before its header. */
const HEAD = 1024

/**
 * The format of a document, by its first bytes, and only where these do not tell by its name's ending: a file is often
 * named for what it once was. Throws IntakeError `UNSUPPORTED` for what is known and not read.
 */
export const formatOf = (name: string, bytes: Uint8Array): Format => {
  const head = latin(bytes.subarray(0, HEAD))
  const ending = /\.([^./\\]+)$/u.exec(name.toLowerCase())?.[1] ?? ''
  if (begins(bytes, ZIP)) return formatOfZip(bytes, ending)
  if (begins(bytes, OLE)) return formatOfOle(bytes, ending)
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('{\\rtf')) throw unsupported('RTF')
  if (/^(?:From |MIME-Version:)[\s\S]*Content-Type:/iu.test(head)) throw unsupported('MHTML')
  if (head.startsWith('\x89PNG')) throw unsupported('PNG')
  if (head.startsWith('\xff\xd8\xff')) throw unsupported('JPEG')
  if (head.startsWith('Rar!')) throw unsupported('RAR')
  if (head.startsWith('7z\xbc\xaf')) throw unsupported('7Z')
  if (ending === 'htm' || ending === 'html' || ending === 'shtml' || ending === 'xhtml' || isMarkup(head)) return 'html'
  return 'text'
}

const unsupported = (detail: string): IntakeError =>
  new IntakeError('UNSUPPORTED', `${detail} files are not read.`, { detail })

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

/** Latin text of the bytes without the NULs that two-byte encodings put between. */
const isMarkup = (head: string): boolean =>
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:!doctype\s+html|html|head|body|meta|div|table|p|!--|\?xml[^>]*\?>\s*<(?:!doctype\s+html|html))/iu.test(
    head.replaceAll('\0', ''),
  )

/** Names of an archive's entries stand in it as they are. */
const holds = (bytes: Uint8Array, name: string): boolean => indexOfText(bytes, name) >= 0

const formatOfZip = (bytes: Uint8Array, ending: string): Format => {
  if (holds(bytes, 'word/document')) return 'docx'
  if (holds(bytes, 'xl/workbook')) return 'xlsx'
  if (ending === 'docx' || ending === 'xlsx') return ending
  throw unsupported(ending === '' ? 'ZIP' : ending.toUpperCase())
}

/** Names in an OLE file stand in two-byte characters. */
const formatOfOle = (bytes: Uint8Array, ending: string): Format => {
  const wide = (name: string) => [...name].join('\0')
  if (holds(bytes, wide('EncryptedPackage')))
    throw new IntakeError('ENCRYPTED', 'The document asks for a password.', { detail: ending.toUpperCase() })
  if (holds(bytes, wide('WordDocument'))) return 'doc'
  if (holds(bytes, wide('Workbook'))) throw unsupported('XLS')
  // The names stand in a directory that a file cut off may have lost.
  if (ending === 'doc') return 'doc'
  throw unsupported(/^(?:wps|et|dps|xls|ppt)$/u.test(ending) ? ending.toUpperCase() : 'OLE')
}
