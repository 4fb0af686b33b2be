import { wellFormed } from '../message/well-formed.js'

// What JSON may hold as it is, and a terminal or a reader of lines does not take for text. Looking for it is the price of
// every text, so the rarer signs are looked for as words, which is next to nothing.
const CONTROL = /[\u007f-\u009f\u2028\u2029]/
const ESCAPED = /[\u007f-\u009f\u2028\u2029]|#(?=\p{DI}*#\p{DI}*\[)/gu

/**
 * The value as JSON that is nothing else: no control character, no second kind of line end, no lone surrogate, no
 * `##[command]` of a build server. What is escaped reads as the same value.
 */
export const jsonText = (value: unknown, indent?: number): string => {
  const text = JSON.stringify(value, null, indent)
  const mayBeLone = text.includes('\\ud')
  if (!mayBeLone && !text.includes('#') && !CONTROL.test(text)) return text
  const whole = mayBeLone
    ? JSON.stringify(value, (_, item: unknown) => (typeof item === 'string' ? wellFormed(item) : item), indent)
    : text
  return whole.replace(ESCAPED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
