import type { Reading } from '../reading/reading.js'
import { evidenceAt } from './evidence.js'
import type { BoundFact, Evidence, FactDefinition } from './fact.js'

const sectionEvidence = (reading: Reading, index: number): readonly Evidence[] => {
  const { label, pointer } = reading.form.sections[index]!
  const place = reading.report.document?.places[`${pointer}/heading`]
  return [evidenceAt(reading, { role: 'section', label, pointer, ...(place ? { place } : {}) })]
}

const ofSection = (
  type: FactDefinition['type'],
  value: (reading: Reading, index: number) => unknown,
  prose = false,
): FactDefinition => ({
  of: ['section'],
  type,
  nullable: false,
  prose,
  bind: (): BoundFact => ({ value, evidence: sectionEvidence }),
})

const sectionOf = (reading: Reading, index: number) => {
  const { id } = reading.form.sections[index]!
  return Object.hasOwn(reading.report.sections, id) ? reading.report.sections[id] : undefined
}

/** Whether a section has any sign of itself: a heading, a table, a text; in report JSON without a document, its key. */
const isPresent = (reading: Reading, index: number): boolean => {
  const section = sectionOf(reading, index)
  if (section === undefined) return false
  if (section.heading !== undefined || reading.report.document === undefined) return true
  return (
    (section.text ?? '') !== '' ||
    reading.form.sections[index]!.tables.some((table) => reading.tables[table] !== undefined)
  )
}

const textOf = (reading: Reading, index: number): string => (sectionOf(reading, index)?.text ?? '').trim()

/** Characters that say something: letters, ideographs, digits. Counts no further than 10,000. */
const countCharacters = (text: string): number => {
  let count = 0
  for (let i = 0; i < text.length && count < 10_000; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x4e00 && code <= 0x9fff) || /[\p{L}\p{N}]/u.test(text[i]!)) count++
  }
  return count
}

/** Facts of sections. */
export const sectionFacts: Record<string, FactDefinition> = {
  section: ofSection('text', (reading, index) => reading.form.sections[index]!.id),
  sectionPresent: ofSection('boolean', isPresent),
  sectionHasTable: ofSection('boolean', (reading, index) =>
    reading.form.sections[index]!.tables.some((table) => reading.tables[table] !== undefined),
  ),
  text: ofSection('text', textOf),
  textLength: ofSection('number', (reading, index) => countCharacters(textOf(reading, index))),
}
