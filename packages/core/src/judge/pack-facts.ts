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
    const spec = reading.form.rowById.get(row)
    const place = spec?.columns.indexOf(column) ?? -1
    if (spec === undefined || place < 0) return null
    const cell = spec.firstCell + place
    const value = reading.values[cell]!
    return Number.isNaN(value) || !isOwnCell(reading, cell) ? null : value
  },
  text: (section) => reading.report.sections[section]?.text ?? '',
})
