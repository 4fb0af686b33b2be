import type { Message } from 'sarif'
import { cleanText } from '../message/clean-text.js'

/** A text as SARIF's messages have it: braces doubled, which else stand for arguments, and no link. Lines stay lines. */
export const sarifText = (text: string): Message & { text: string } => ({
  text: text
    .split('\n')
    .map((line) => cleanText(line).replace(/[{}]/g, '$&$&').replaceAll('](', '] ('))
    .join('\n'),
})
