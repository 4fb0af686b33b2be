import { findOnce, type Reading, type ReportText } from '../reading/reading.js'
import { type Day, dayNumber } from '../text/dates.js'
import { findPeriod, type StatedPeriod } from '../text/period.js'
import type { TermIndex } from '../text/term-index.js'
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
    const findIn = (reading: Reading): FoundPeriod => {
      const announced = findStated(reading, index, group, words)
      if (announced?.period.readable) return announced
      return findStated(reading, index, december, []) ?? announced
    }
    const find = (reading: Reading): FoundPeriod => findOnce(reading, 'period', findIn)
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

/** In the texts that hold a term of the group: the first that is readable, else the first. */
const findStated = (reading: Reading, index: TermIndex, group: number, words: readonly string[]): FoundPeriod => {
  let unreadable: FoundPeriod = null
  for (const text of textsOf(reading)) {
    if (text === undefined || hitsIn(text, index)[group] === undefined) continue
    const period = findPeriod(text.text, words)
    if (period?.readable) return { period, in: text }
    if (period !== null) unreadable ??= { period, in: text }
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
