import { IntakeError } from '../../intake-error.js'
import { childOf, type XmlElement } from '../xml/create-xml-reader.js'
import { cellText } from './cell-text.js'
import type { Workbook } from './open-xlsx.js'

/** The cells from `top` to `bottom` and from `left` to `right`. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet's cells that hold text, however far apart, by row and column from 1. */
export interface Sheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>
  readonly merged: readonly Area[]
  readonly isHiddenRow: (row: number) => boolean
  readonly isHiddenColumn: (column: number) => boolean
}

export const MOST_ROWS = 1_048_576
export const MOST_COLUMNS = 16_384

/** Throws IntakeError `DAMAGED` for a cell that is outside every sheet, or refers to a string that is not there. */
export const readSheet = (root: XmlElement, workbook: Workbook): Sheet => {
  const rows = new Map<number, Map<number, string>>()
  const hiddenRows = new Set<number>()
  let row = 0
  for (const { attributes, children } of childOf(root, 's:sheetData')?.children ?? []) {
    row = attributes.r === undefined ? row + 1 : Number(attributes.r)
    if (isHidden(attributes)) hiddenRows.add(row)
    let column = 0
    for (const cell of children) {
      if (cell.name !== 's:c') continue
      const at = cell.attributes.r === undefined ? { row, column: column + 1 } : positionOf(cell.attributes.r)
      column = at.column
      const text = cellText(cell, workbook)
      if (text.trim() === '') continue
      const cells = rows.get(at.row) ?? new Map<number, string>()
      if (!Number.isInteger(at.row) || at.row < 1 || at.row > MOST_ROWS || at.column > MOST_COLUMNS) throw outside()
      rows.set(at.row, cells.set(at.column, text))
    }
  }
  const hiddenColumns = hiddenColumnsOf(root)
  return {
    rows,
    merged: mergedOf(root),
    isHiddenRow: (at) => hiddenRows.has(at),
    isHiddenColumn: (at) => hiddenColumns[at] === 1,
  }
}

const outside = (): IntakeError => new IntakeError('DAMAGED', 'A cell stands outside its sheet.')

/** Row and column of an address like B7. */
const positionOf = (address: string): { readonly row: number; readonly column: number } => {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(address) ?? []
  if (letters === undefined) throw outside()
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits), column }
}

/** The address of a row and column. */
export const addressOf = (row: number, column: number): string => {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}

const isHidden = ({ hidden = '0', ht, width }: Readonly<Record<string, string>>): boolean =>
  hidden === '1' || hidden === 'true' || Number(ht ?? width ?? 1) === 0

const hiddenColumnsOf = (root: XmlElement): Uint8Array => {
  const hidden = new Uint8Array(MOST_COLUMNS + 1)
  for (const { attributes } of childOf(root, 's:cols')?.children ?? [])
    if (isHidden(attributes)) hidden.fill(1, Number(attributes.min) || 0, (Number(attributes.max) || 0) + 1)
  return hidden
}

const mergedOf = (root: XmlElement): readonly Area[] =>
  (childOf(root, 's:mergeCells')?.children ?? []).flatMap(({ attributes: { ref = '' } }) => {
    const [first = '', last = first] = ref.split(':')
    const [from, to] = [positionOf(first), positionOf(last)]
    const area = { top: from.row, left: from.column, bottom: to.row, right: to.column }
    return area.bottom > area.top || area.right > area.left ? [area] : []
  })
