import { IntakeError } from '../../intake-error.js'
import type { FormatReader } from '../format.js'

export const readXlsx: FormatReader = () => {
  throw new IntakeError('UNSUPPORTED', 'xlsx files are not read.', { detail: 'xlsx' })
}
