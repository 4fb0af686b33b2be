import { IntakeError } from '../../intake-error.js'
import type { FormatReader } from '../format.js'

export const readPdf: FormatReader = () => {
  throw new IntakeError('UNSUPPORTED', 'pdf files are not read.', { detail: 'pdf' })
}
