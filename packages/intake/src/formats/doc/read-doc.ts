import { IntakeError } from '../../intake-error.js'
import type { FormatReader } from '../format.js'

export const readDoc: FormatReader = () => {
  throw new IntakeError('UNSUPPORTED', 'doc files are not read.', { detail: 'doc' })
}
