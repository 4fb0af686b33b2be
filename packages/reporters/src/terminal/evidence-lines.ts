import type { EvidenceRecord, FindingRecord } from '@gouji/core'
import { cleanText } from '../message/clean-text.js'
import { evidenceValue, isIdle } from '../message/evidence-text.js'
import { type Lang, say } from '../message/lang.js'
import { placeText } from '../message/place-text.js'
import { padded, textWidth } from './text-width.js'

/** How many pieces of evidence a finding shows. */
const MOST = 6
const WIDEST_LABEL = 48

/** What a finding rests on, as far as its message and its place do not say it already. */
export const evidenceLines = ({ message, evidence }: FindingRecord, shownPlace: string, lang: Lang): string[] => {
  const places = evidence.map(({ place }) => (place ? placeText(place, lang) : ''))
  if (evidence.every((item) => isTold(item, message))) return placesLine(places, shownPlace, lang)
  const telling = evidence.filter((item) => !isIdle(item))
  const shown = telling.slice(0, MOST)
  const idle = evidence.length - telling.length
  const more = telling.length - shown.length
  const labels = shown.map(({ label }) => cleanText(label))
  const column = Math.min(WIDEST_LABEL, Math.max(0, ...labels.map(textWidth)))
  return [
    ...shown.map((item, index) => {
      const place = item.place ? placeText(item.place, lang) : ''
      const where = place === '' || place === shownPlace ? '' : say(lang, `（${place}）`, ` (${place})`)
      const value = evidenceValue(item, lang)
      return (value === '' ? labels[index]! : `${padded(labels[index]!, column)}${value}`) + where
    }),
    ...(more > 0 ? [say(lang, `另有 ${more} 处`, `and ${more} more`)] : []),
    ...(idle > 0 ? [say(lang, `其余 ${idle} 项为 0 或空白`, `the other ${idle} are 0 or blank`)] : []),
  ]
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
