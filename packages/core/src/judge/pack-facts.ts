import { isOwnCell } from '../facts/evidence.js'
import type { FactDefinition } from '../facts/fact.js'
import { sectionEvidence } from '../facts/section-facts.js'
import type { FactContext, PackFact } from '../pack/pack-code.js'
import type { Reading } from '../reading/reading.js'
import { checkOf } from './subjects.js'

/** A pack's own fact as core sees one: any parameters, of any subject, never known for sure. */
export const bindPackFact = (fact: PackFact): FactDefinition => ({
  type: 'text',
  nullable: true,
  bind: ({ each, params }) => ({
    value: (reading, subject) => fact(contextOf(reading, checkOf(each, subject, reading).key), params) ?? null,
    reason: () => ({ code: 'cannot-know' }),
    ...(each === 'section' && { evidence: sectionEvidence }),
  }),
})

const contextOf = (reading: Reading, key: string): FactContext => ({
  report: reading.report,
  year: reading.report.year ?? null,
  key,
  value: (row, column) => {
    const index = reading.form.cellByKey.get(`${row}.${column}`)?.index ?? -1
    const value = isOwnCell(reading, index) ? reading.values[index]! : Number.NaN
    return Number.isNaN(value) ? null : value
  },
  text: (section) => reading.report.sections[section]?.text ?? '',
})
