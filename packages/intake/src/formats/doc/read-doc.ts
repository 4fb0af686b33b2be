import { IntakeError } from '../../intake-error.js'
import type { FormatReader } from '../format.js'
import { damagedOle, openOle } from '../ole/open-ole.js'
import { readText } from '../text/read-text.js'
import { readHeader } from './read-header.js'
import { readMarks } from './read-marks.js'
import { readPieces } from './read-pieces.js'
import { writeLines } from './write-lines.js'

/**
 * The text of a Word 97 document as lines, the cells of a row parted by tabs; merged cells are not told from blank
 * ones, and `notices` says so. Deleted and hidden text is left out; notes and text boxes follow at the end.
 */
export const readDoc: FormatReader = (bytes, limits) => {
  try {
    const file = openOle(bytes)
    const document = file.stream('WordDocument')
    if (!document) throw damagedOle()
    const header = readHeader(document)
    const table = file.stream(header.table)
    if (!table) throw damagedOle()
    const data = file.stream('Data') ?? new Uint8Array()
    const pieces = readPieces(document, table, header, limits)
    const marks = readMarks({ document, table, data }, header, limits)
    const text = header.parts.map(({ start, end }) => writeLines(pieces, marks, start, end)).join('\n')
    return { ...readText(text), notices: [{ code: 'unsure-tables' }] }
  } catch (error) {
    // A field that leads out of its bytes.
    throw error instanceof IntakeError ? error : damagedOle(error)
  }
}
