import { wellFormed } from '../message/well-formed.js'

// One look at most texts: what JSON may hold as it is, and a reader of lines, a terminal or a build server does not take for text.
const ODD = /#|[\u007f-\u009f\u2028\u2029]|\\ud/
const ESCAPED = /[\u007f-\u009f\u2028\u2029]|#(?=\p{DI}*#\p{DI}*\[)/gu

/**
 * The value as JSON that is nothing else: no control character, no second kind of line end, no lone surrogate, no
 * `##[command]` of a build server. What is escaped reads as the same value.
 */
export const jsonText = (value: unknown, indent?: number): string => {
  const text = JSON.stringify(value, null, indent)
  if (!ODD.test(text)) return text
  const whole = text.includes('\\ud')
    ? JSON.stringify(value, (_, item: unknown) => (typeof item === 'string' ? wellFormed(item) : item), indent)
    : text
  return whole.replace(ESCAPED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
