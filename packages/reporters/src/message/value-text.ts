import { joined, type Lang, say } from './lang.js'

/** How many items of a list a message names. */
const MOST = 6

/** A value of a finding's data as a message shows it. */
export const valueText = (value: unknown, lang: Lang): string => {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return value ? say(lang, '是', 'yes') : say(lang, '否', 'no')
  if (Array.isArray(value)) return listText(value.map(String), lang)
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

const listText = (items: readonly string[], lang: Lang): string => {
  if (items.length === 0) return say(lang, '无', 'none')
  if (items.length <= MOST) return joined(items, lang)
  return joined(items.slice(0, MOST), lang) + say(lang, `等 ${items.length} 项`, ` and ${items.length - MOST} more`)
}
