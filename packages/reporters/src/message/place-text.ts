import type { Place } from '@gouji/core'
import { type Lang, say } from './lang.js'

/** Where in the document, in words: 第 88 行; empty where nothing is known. */
export const placeText = (place: Place | undefined, lang: Lang): string => {
  const { page, line, table, row, cell } = place ?? {}
  const parts = [
    page === undefined ? '' : say(lang, `第 ${page} 页`, `page ${page}`),
    line === undefined ? '' : say(lang, `第 ${line} 行`, `line ${line}`),
  ].filter(Boolean)
  if (parts.length > 0) return parts.join(say(lang, '', ', '))
  return [
    table === undefined ? '' : say(lang, `第 ${table} 张表`, `table ${table}`),
    row === undefined ? '' : say(lang, `第 ${row} 行`, `row ${row}`),
    cell === undefined ? '' : say(lang, `第 ${cell} 格`, `cell ${cell}`),
  ]
    .filter(Boolean)
    .join(say(lang, '', ', '))
}
