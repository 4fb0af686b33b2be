import { IntakeError } from '../../intake-error.js'
import type { FormatReader } from '../format.js'

export const readHtml: FormatReader = () => {
  throw new IntakeError('UNSUPPORTED', 'html files are not read.', { detail: 'html' })
}
