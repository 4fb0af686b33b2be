import type { Reading } from '../reading/reading.js'
import type { Section } from '../types.js'
import { evidenceAt } from './evidence.js'
import type { BoundFact, Evidence, FactDefinition } from './fact.js'

/** A section as evidence, at its heading. */
export const sectionEvidence = (reading: Reading, index: number): readonly Evidence[] => {
  const { label, pointer } = reading.form.sections[index]!
  const place = reading.report.document?.places[`${pointer}/heading`]
  return [evidenceAt(reading, { role: 'section', label, pointer, ...(place ? { place } : {}) })]
}

const ofSection = (
  type: FactDefinition['type'],
  value: (reading: Reading, index: number) => unknown,
): FactDefinition => ({
  of: ['section'],
  type,
  nullable: false,
  bind: (): BoundFact => ({ value, evidence: sectionEvidence }),
})

const sectionOf = (reading: Reading, index: number): Section | undefined => {
  const section: unknown = reading.report.sections[reading.form.sections[index]!.id]
  return typeof section === 'object' ? (section as Section) : undefined
}

/** Whether the report has a table of the section. */
export const hasTable = ({ form, tables }: Reading, index: number): boolean =>
  form.sections[index]!.tables.some((table) => tables[table] !== undefined)

/** Whether a section has any sign of itself: a heading, a table, a text; in report JSON without a document, its key. */
const isPresent = (reading: Reading, index: number): boolean => {
  const section = sectionOf(reading, index)
  if (section === undefined) return false
  if (section.heading !== undefined || reading.report.document === undefined) return true
  return (section.text ?? '') !== '' || hasTable(reading, index)
}

const textOf = (reading: Reading, index: number): string => sectionOf(reading, index)?.text ?? ''

/** How far characters are counted where a rule does not say, and how long a text is compared whole. */
const COUNT_LIMIT = 100

const limitOf = ({ upTo = COUNT_LIMIT }: Readonly<Record<string, unknown>>): number => Number(upTo)

/** Controls and white space, marks of ASCII, of Chinese and of full width: the most of what is no ideograph, told apart without a regular expression. */
const isPunctuation = (code: number): boolean =>
  code < 0x30 ||
  (code >= 0x3000 && code <= 0x3004) ||
  (code >= 0x3008 && code <= 0x3020) ||
  (code >= 0xff01 && code <= 0xff0f) ||
  (code >= 0xff1a && code <= 0xff20)

/** Characters that say something: letters, ideographs, digits. Counts no further than the limit. */
const countCharacters = (text: string, limit: number): number => {
  let count = 0
  for (let i = 0; i < text.length && count < limit; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39)) count++
    else if (!isPunctuation(code) && /[\p{L}\p{N}]/u.test(text[i]!)) count++
  }
  return count
}

/** A text longer than this is its own: only short ones are compared. */
const trimmedText = (reading: Reading, index: number): string => {
  const text = textOf(reading, index)
  return text.length > COUNT_LIMIT ? text : text.trim()
}

/** Facts of sections. */
export const sectionFacts: Record<string, FactDefinition> = {
  section: ofSection('text', (reading, index) => reading.form.sections[index]!.id),
  sectionPresent: ofSection('boolean', isPresent),
  sectionHasTable: ofSection('boolean', hasTable),
  text: ofSection('text', trimmedText),
  textLength: {
    of: ['section'],
    type: 'number',
    nullable: false,
    params: { upTo: 'number?' },
    most: limitOf,
    bind: ({ params }): BoundFact => {
      const limit = limitOf(params)
      return { value: (reading, index) => countCharacters(textOf(reading, index), limit), evidence: sectionEvidence }
    },
  },
}
