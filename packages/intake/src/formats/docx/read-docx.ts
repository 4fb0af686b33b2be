import { IntakeError } from '../../intake-error.js'
import type { FormatReader } from '../format.js'

export const readDocx: FormatReader = () => {
  throw new IntakeError('UNSUPPORTED', 'docx files are not read.', { detail: 'docx' })
}
