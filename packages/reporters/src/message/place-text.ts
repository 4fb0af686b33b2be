import type { Place } from '@gouji/core'
import { cleanText } from './clean-text.js'
import { bracketed, type Lang, say } from './lang.js'
import { shortened } from './shortened.js'

/**
 * Where in the document, as one looks it up there: 第 88 行; 第 2 张表第 5 行第 3 格; 第 3 页距上边 82 毫米; 工作表「表三」B7.
 * Empty where nothing is known.
 */
export const placeText = (place: Place | undefined, lang: Lang): string => {
  if (place === undefined) return ''
  const { page, box, sheet } = place
  if (sheet !== undefined) return sheetText(sheet, place.address, lang)
  const within = inTable(place, lang) || inText(place, lang)
  const parts = [
    page === undefined ? '' : say(lang, `第 ${page} 页`, `page ${page}`),
    within || (box === undefined ? '' : fromTop(box, lang)),
  ]
  return parts.filter(Boolean).join(say(lang, '', ', '))
}

/** The same, with the line of a page's source beside what is seen on it. */
export const placeWithSource = (place: Place | undefined, lang: Lang): string => {
  const source = place?.line !== undefined && inTable(place, lang) !== ''
  return (
    placeText(place, lang) +
    bracketed(source ? say(lang, `源码第 ${place.line} 行`, `line ${place.line} of the source`) : '', lang)
  )
}

const LONGEST_SHEET = 31
const POINTS_PER_INCH = 72
const MILLIMETRES_PER_INCH = 25.4

const sheetText = (sheet: string, address: string | undefined, lang: Lang): string => {
  const name = shortened(cleanText(sheet), LONGEST_SHEET)
  if (address === undefined) return say(lang, `工作表「${name}」`, `sheet “${name}”`)
  return say(lang, `工作表「${name}」`, `sheet “${name}”, `) + cleanText(address)
}

const inTable = ({ table, row, cell }: Place, lang: Lang): string =>
  [
    table === undefined ? '' : say(lang, `第 ${table} 张表`, `table ${table}`),
    row === undefined ? '' : say(lang, `第 ${row} 行`, `row ${row}`),
    cell === undefined ? '' : say(lang, `第 ${cell} 格`, `cell ${cell}`),
  ]
    .filter(Boolean)
    .join(say(lang, '', ', '))

const inText = ({ line, paragraph }: Place, lang: Lang): string => {
  if (line !== undefined) return say(lang, `第 ${line} 行`, `line ${line}`)
  return paragraph === undefined ? '' : say(lang, `第 ${paragraph} 段`, `paragraph ${paragraph}`)
}

const fromTop = ([, y = 0]: readonly number[], lang: Lang): string => {
  const millimetres = Math.round((y / POINTS_PER_INCH) * MILLIMETRES_PER_INCH)
  return say(lang, `距上边 ${millimetres} 毫米`, `${millimetres} mm from the top`)
}
