import type { EvidenceRecord } from '@gouji/core'
import { cleanText } from './clean-text.js'
import { type Lang, say } from './lang.js'
import { shortened } from './shortened.js'

const LONGEST_RAW = 60

/** What evidence says of its thing: the number, or what was found there and how it was read. Begins with the sign before it. */
export const evidenceValue = ({ label, raw, value }: EvidenceRecord, lang: Lang): string => {
  if (raw === label) return ''
  if (value === null || raw === '') return say(lang, ' 空白', ' blank')
  if (raw === undefined) return value === undefined ? '' : ` = ${value}`
  const found = shortened(cleanText(raw), LONGEST_RAW)
  if (value === undefined) return say(lang, `：“${found}”`, `: “${found}”`)
  return raw === String(value) ? ` = ${value}` : ` = “${found}”${say(lang, `，读作 ${value}`, `, read as ${value}`)}`
}

/** A part of a sum that adds nothing to it. */
export const isIdle = ({ role, value }: EvidenceRecord): boolean =>
  (role === 'left' || role === 'right') && (value === 0 || value === null)
