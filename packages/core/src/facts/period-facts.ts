import { findOnce, type Reading, type ReportText } from '../reading/reading.js'
import { type Day, dayNumber } from '../text/dates.js'
import { findPeriod, type StatedPeriod } from '../text/period.js'
import type { BoundFact, FactDefinition } from './fact.js'
import { hitsIn, textEvidence, textsOf } from './texts.js'

type FoundPeriod = { readonly period: StatedPeriod; readonly in: ReportText } | null

/** A fact of the period that the report states. The period is looked for once: in the texts that hold a word of it, then in all. */
const ofPeriod = (
  type: FactDefinition['type'],
  nullable: boolean,
  value: (found: FoundPeriod) => unknown,
): FactDefinition => ({
  type,
  nullable,
  prose: true,
  bind: ({ form, terms: index }): BoundFact => {
    const words = form.form.period?.words ?? []
    const group = index.watch(words)
    // A whole year that no word announces ends in the twelfth month, however that is written.
    const december = index.watch(['12', '１２', '十二'])
    const find = (reading: Reading): FoundPeriod =>
      findOnce(reading, 'period', () => {
        const texts = textsOf(reading).filter((text) => text !== undefined)
        const having = (terms: number) => texts.filter((text) => hitsIn(text, index)[terms] !== undefined)
        const announced = findStated(having(group), words)
        if (announced?.period.readable) return announced
        return findStated(having(december), []) ?? announced
      })
    return {
      value: (reading) => value(find(reading)) ?? null,
      reason: (reading) =>
        find(reading) === null ? { code: 'not-stated', pointer: '/preface' } : { code: 'unreadable-date' },
      evidence: (reading) => {
        const found = find(reading)
        return found ? [textEvidence(reading, found.in, found.period.index, found.period.text, 'period')] : []
      },
    }
  },
})

const findStated = (texts: readonly ReportText[], words: readonly string[]): FoundPeriod => {
  let unreadable: FoundPeriod = null
  for (const text of texts) {
    const period = findPeriod(text.text, words)
    if (!period) continue
    const found = { period, in: text }
    if (period.readable) return found
    unreadable ??= found
  }
  return unreadable
}

const dayOrNull = (day: Day | undefined): number | null => (day ? dayNumber(day) : null)

/** Facts of the period that the report states. Days are numbers, yyyymmdd. */
export const periodFacts: Record<string, FactDefinition> = {
  periodStated: ofPeriod('boolean', false, (found) => found !== null),
  periodFrom: ofPeriod('number', true, (found) => dayOrNull(found?.period.from)),
  periodTo: ofPeriod('number', true, (found) => dayOrNull(found?.period.to)),
  periodText: ofPeriod('text', true, (found) => found?.period.text),
}
