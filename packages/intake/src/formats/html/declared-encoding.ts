import { latin } from '../bytes.js'

/** How far into a page it is looked for. */
const HEAD = 1024
const DECLARED = /(?:<meta\s[^>]*?\bcharset|^\s*<\?xml\s[^>]*?\bencoding)\s*=\s*["']?\s*([\w-]+)/iu

/** The encodings of Chinese text, by the names that pages give them: what is declared to be in any other was not looked at. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
}

/** The encoding that the page says it is in; null where it names none that is known. */
export const declaredEncoding = (bytes: Uint8Array): string | null => {
  const name = DECLARED.exec(latin(bytes.subarray(0, HEAD)))?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(ENCODINGS, name) ? ENCODINGS[name]! : null
}
