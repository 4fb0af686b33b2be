import type { FormatReader } from '../format.js'
import { decodeText } from './decode-text.js'
import { readText } from './read-text.js'

export const readTextBytes: FormatReader = (bytes) => readText(decodeText(bytes).text)
