import type { EvidenceRecord, FindingRecord } from '@gouji/core'
import { cleanText } from '../message/clean-text.js'
import { evidenceValue, isIdle } from '../message/evidence-text.js'
import { bracketed, type Lang, say } from '../message/lang.js'
import { placeText } from '../message/place-text.js'
import { padded, textWidth } from './text-width.js'

/** How many pieces of evidence a finding shows. */
const MOST = 8
/** Wider labels stand out of the column rather than push all values away. */
const WIDEST_LABEL = 44

/** What a finding rests on, as far as its message and its place do not say it already. */
export const evidenceLines = ({ message, evidence }: FindingRecord, shownPlace: string, lang: Lang): string[] => {
  const places = evidence.map(({ place }) => placeText(place, lang))
  if (evidence.every((item) => isTold(item, message))) return placesLine(places, shownPlace, lang)
  const telling = evidence.filter((item) => !isIdle(item))
  const idle = evidence.length - telling.length
  // Of a long sum the total stays in sight.
  const last = telling.length > MOST && telling.at(-1)?.role === 'right' ? 1 : 0
  const more = Math.max(0, telling.length - MOST)
  const shown = [...telling.slice(0, MOST - last), ...telling.slice(telling.length - last)]
  const column = Math.max(0, ...shown.map(({ label }) => textWidth(label)).filter((width) => width <= WIDEST_LABEL))
  const lines = shown.map((item) => {
    const place = placeText(item.place, lang)
    const where = place === shownPlace ? '' : bracketed(place, lang)
    const value = evidenceValue(item, lang)
    return padded(cleanText(item.label), value.startsWith(' ') ? column : 0) + value + where
  })
  if (more > 0) lines.splice(MOST - last, 0, say(lang, `另有 ${more} 处`, `and ${more} more`))
  if (idle > 0) lines.push(say(lang, `其余 ${idle} 项为 0 或空白`, `the other ${idle} are 0 or blank`))
  return lines
}

const placesLine = (places: readonly string[], shownPlace: string, lang: Lang): string[] => {
  const others = [...new Set(places)].filter((place) => place !== '' && place !== shownPlace)
  if (others.length === 0) return []
  const shown = others.slice(0, MOST)
  const rest = others.length - shown.length
  return [
    say(lang, '又见', 'also at ') +
      shown.join(say(lang, '、', ', ')) +
      (rest > 0 ? say(lang, `等 ${others.length} 处`, ` and ${rest} more`) : ''),
  ]
}

const isTold = ({ label, raw, value }: EvidenceRecord, message: string): boolean => {
  if (typeof value === 'number') return hasNumber(message, value) && (raw === undefined || Number(raw) === value)
  if (raw !== undefined && raw !== '') return message.includes(cleanText(raw)) || message.includes(raw)
  return message.includes(label)
}

const hasNumber = (message: string, value: number): boolean =>
  message.split(/[^\d.+-]+/).some((part) => part !== '' && Number(part) === value)
