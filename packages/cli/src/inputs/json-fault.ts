import type { JsonExpected } from '@gouji/reporters'
import { createScanner } from 'jsonc-parser'

// jsonc-parser's own names for these are a const enum, which a module that is compiled alone cannot use.
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineBreak: 14,
  blank: 15,
  end: 17,
} as const

/** Where a text stops being JSON, and what would be right there. */
export interface JsonFault {
  readonly line: number
  readonly column: number
  readonly expected: JsonExpected
}

/** The first fault of a text that JSON.parse refused. Keeps its own stack, so nesting of any depth does not overflow. */
export const findJsonFault = (text: string): JsonFault => {
  const scanner = createScanner(text, false)
  const open: number[] = []
  let state = 'value' as JsonExpected | 'valueOrEnd' | 'keyOrEnd'
  const fault = (expected: JsonExpected): JsonFault => placeIn(text, scanner.getTokenOffset(), expected)
  const afterValue = (): void => {
    state = open.length === 0 ? 'end' : 'commaOrEnd'
  }
  for (;;) {
    const token = scanner.scan()
    if (token === TOKEN.blank || token === TOKEN.lineBreak) continue
    const expected = state === 'valueOrEnd' ? 'value' : state === 'keyOrEnd' ? 'key' : state
    if (token === TOKEN.end) return fault('more')
    if (scanner.getTokenError() !== 0) return fault(token === TOKEN.string ? 'string' : expected)
    const opener = open.at(-1)
    const closes =
      (token === TOKEN.closeBrace && opener === TOKEN.openBrace) ||
      (token === TOKEN.closeBracket && opener === TOKEN.openBracket)
    if (closes && (state === 'commaOrEnd' || state === 'valueOrEnd' || state === 'keyOrEnd')) {
      open.pop()
      afterValue()
    } else if (expected === 'value' && isOpening(token)) {
      open.push(token)
      state = token === TOKEN.openBrace ? 'keyOrEnd' : 'valueOrEnd'
    } else if (expected === 'value' && isScalar(token)) afterValue()
    else if (expected === 'key' && token === TOKEN.string) state = 'colon'
    else if (state === 'colon' && token === TOKEN.colon) state = 'value'
    else if (state === 'commaOrEnd' && token === TOKEN.comma) state = opener === TOKEN.openBrace ? 'key' : 'value'
    else return fault(expected)
  }
}

const isOpening = (token: number): boolean => token === TOKEN.openBrace || token === TOKEN.openBracket

const isScalar = (token: number): boolean =>
  token === TOKEN.string ||
  token === TOKEN.number ||
  token === TOKEN.true ||
  token === TOKEN.false ||
  token === TOKEN.null

const placeIn = (text: string, offset: number, expected: JsonExpected): JsonFault => {
  const before = text.slice(0, offset)
  const lastBreak = before.lastIndexOf('\n')
  return { line: before.split('\n').length, column: offset - lastBreak, expected }
}
