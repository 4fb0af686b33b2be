import { toItems } from '../../blocks/to-items.js'
import type { FormatReader } from '../format.js'
import { openXlsx } from './open-xlsx.js'
import { readSheet } from './read-sheet.js'
import { sheetBlocks } from './sheet-blocks.js'
import { shownSheet } from './shown-sheet.js'

/**
 * A workbook as it is printed: its sheets one after the other, without those, the rows and the columns that are hidden.
 * A cell has what it shows, and of a number all digits.
 */
export const readXlsx: FormatReader = (bytes, limits) => {
  const workbook = openXlsx(bytes, limits)
  const blocks = workbook.sheets.flatMap(({ name, root }) => {
    const sheet = readSheet(root, workbook)
    const placeOf = (address: string) => ({ sheet: name, address })
    return sheetBlocks(shownSheet(sheet), sheet.isHiddenColumn, placeOf, limits.elements)
  })
  return { items: toItems(blocks, { counts: false }) }
}
