import { transcode } from 'node:buffer'

const BOM = '\ufeff'

/** The text of a JSON file. Well-formed UTF-8 takes a way twice as fast as decoding; anything else is left to intake. */
export const decodeJson = async (bytes: Buffer): Promise<string> => {
  const text = decodeFast(bytes) ?? (await import('../reading/text-document.js')).decodeText(bytes).text
  return text.startsWith(BOM) ? text.slice(1) : text
}

const decodeFast = (bytes: Buffer): string | null => {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return null
  try {
    return transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
  } catch {
    return null
  }
}
