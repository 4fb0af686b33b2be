import type { Finding } from '@gouji/core'
import { type Lang, textOf } from './lang.js'
import { valueText } from './value-text.js'

/** The sentence that tells a finding: its rule's message with the finding's data filled in. */
export const messageOf = ({ rule, check, data }: Finding, lang: Lang): string =>
  textOf(rule.message, lang).replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => {
    if (name === 'check') return check.label
    if (name === 'leftTerms' || name === 'rightTerms') return termsText(own(data, name), lang)
    // A balance's sides stand in the data under the names that its finding is published with.
    if (name === 'left' && Object.hasOwn(data, 'expected')) return valueText(data.expected, lang)
    if (name === 'right' && Object.hasOwn(data, 'actual')) return valueText(data.actual, lang)
    return valueText(own(data, name), lang)
  })

const own = (data: Finding['data'], name: string): unknown => (Object.hasOwn(data, name) ? data[name] : undefined)

const termsText = (terms: unknown, lang: Lang): string =>
  Array.isArray(terms) && terms.length > 0 ? terms.join(' + ') : valueText(terms, lang)
