import { findOnce, type Reading, type ReportText } from '../reading/reading.js'
import { type Day, dayNumber, parseIsoDay } from '../text/dates.js'
import { findPeriod, type StatedPeriod } from '../text/period.js'
import type { Report } from '../types.js'
import { evidenceAt } from './evidence.js'
import type { BoundFact, Evidence, FactDefinition, Found, Reason } from './fact.js'
import { hitsIn, textEvidence, textsOf } from './texts.js'

const YEAR = /(\d{4})\s*年/u

/** What the report does not state, by the pointer under which it would stand. */
const notStated = (pointer: string): Reason => ({ code: 'not-stated', pointer })

const known = (type: FactDefinition['type'], value: (reading: Reading) => unknown): FactDefinition => ({
  type,
  nullable: false,
  bind: (): BoundFact => ({ value }),
})

const stated = (
  type: FactDefinition['type'],
  value: (reading: Reading) => unknown,
  evidence: (reading: Reading) => readonly Evidence[] = () => [],
  reason: (reading: Reading) => Reason = () => notStated('/year'),
): FactDefinition => ({
  type,
  nullable: true,
  bind: (): BoundFact => ({ value: (reading) => value(reading) ?? null, reason, evidence }),
})

const titleYearOf = ({ title = '' }: Report): number | null => {
  const year = (YEAR.exec(title) ?? YEAR.exec(title.normalize('NFKC')))?.[1]
  return year === undefined ? null : Number(year)
}

const titleEvidence = (reading: Reading): readonly Evidence[] => {
  const { title = '' } = reading.report
  return [evidenceAt(reading, { role: 'title', label: reading.form.form.title, pointer: '/title', raw: title })]
}

const publishedEvidence = (reading: Reading): readonly Evidence[] => {
  const { date = '' } = reading.report.publishedOn ?? {}
  return [evidenceAt(reading, { role: 'published', label: date, pointer: '/publishedOn', raw: date })]
}

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
      reason: (reading) => (find(reading) === null ? notStated('/preface') : { code: 'unreadable-date' }),
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

/** Tables of another edition, and the editions that the report's tables have. */
const foundTables = (reading: Reading, keep: (table: number) => boolean): Found[] =>
  reading.form.tables
    .filter(({ index }) => reading.tables[index] !== undefined && keep(index))
    .map(({ index, label, pointer }) => ({
      name: `${label}(${reading.tables[index]!.form})`,
      evidence: () => evidenceAt(reading, { role: 'table', label, pointer, raw: reading.tables[index]!.form }),
    }))

const firstOfEachEdition = (reading: Reading): Found[] => {
  const seen = new Set<string>()
  return foundTables(reading, (index) => {
    const edition = reading.tables[index]!.form
    if (reading.shared[index] || seen.has(edition)) return false
    seen.add(edition)
    return true
  })
}

const yearOf = (reading: Reading): number | null => reading.report.year ?? null

const dayAfter = (reading: Reading, years: number, month: number, day: number): number | null => {
  const year = yearOf(reading)
  return year === null ? null : dayNumber({ year: year + years, month, day })
}

/** Facts of the whole report. Days are numbers, yyyymmdd, so that they compare. */
export const reportFacts: Record<string, FactDefinition> = {
  year: stated('number', yearOf),
  edition: known('text', (reading) => reading.form.edition),
  bodyKind: stated(
    'text',
    (reading) => (reading.kind === 'unknown' ? null : reading.kind),
    undefined,
    () => ({ code: 'unknown-body' }),
  ),
  bodyRank: stated(
    'text',
    (reading) => (reading.rank === 'unknown' ? null : reading.rank),
    undefined,
    () => ({ code: 'unknown-body' }),
  ),
  // For severity, where not to know is an answer too.
  bodyRankOrUnknown: known('text', (reading) => reading.rank),
  title: stated(
    'text',
    (reading) => reading.report.title,
    titleEvidence,
    () => notStated('/title'),
  ),
  titleMatches: {
    type: 'boolean',
    nullable: true,
    params: { pattern: 'pattern' },
    bind: ({ params }): BoundFact => {
      const pattern = new RegExp(String(params.pattern), 'u')
      return {
        value: ({ report }) => (report.title === undefined ? null : pattern.test(report.title)),
        reason: () => notStated('/title'),
        evidence: titleEvidence,
      }
    },
  },
  titleYear: stated(
    'number',
    ({ report }) => titleYearOf(report),
    titleEvidence,
    () => notStated('/title'),
  ),
  // For rules that reckon from the year: to them a disputed one is no ground, and another rule speaks of it.
  yearDisputed: known('boolean', ({ report }) => {
    const inTitle = titleYearOf(report)
    return inTitle !== null && report.year != null && inTitle !== report.year
  }),
  published: stated(
    'number',
    ({ report }) => {
      const date = report.publishedOn?.date
      const day = date === undefined ? null : parseIsoDay(date)
      return day && dayNumber(day)
    },
    publishedEvidence,
    () => notStated('/publishedOn'),
  ),
  publishedOn: stated(
    'text',
    ({ report }) => report.publishedOn?.date,
    publishedEvidence,
    () => notStated('/publishedOn'),
  ),
  publishedFrom: known('text', ({ report }) => report.publishedOn?.from ?? 'none'),
  dayOf: {
    type: 'number',
    nullable: true,
    params: { yearsAfter: 'number', month: 'number', day: 'number' },
    bind: ({ params }): BoundFact => ({
      value: (reading) => dayAfter(reading, Number(params.yearsAfter), Number(params.month), Number(params.day)),
      reason: () => notStated('/year'),
    }),
  },
  dayByKind: {
    type: 'number',
    nullable: true,
    params: { yearsAfter: 'number', days: 'days' },
    bind: ({ params }): BoundFact => ({
      value: (reading) => {
        const day = (params.days as Record<string, string>)[reading.kind]
        if (day === undefined) return null
        const [month, date] = day.split('-')
        return dayAfter(reading, Number(params.yearsAfter), Number(month), Number(date))
      },
      reason: (reading) => (yearOf(reading) === null ? notStated('/year') : { code: 'unknown-body' }),
    }),
  },
  periodStated: ofPeriod('boolean', false, (found) => found !== null),
  periodFrom: ofPeriod('number', true, (found) => dayOrNull(found?.period.from)),
  periodTo: ofPeriod('number', true, (found) => dayOrNull(found?.period.to)),
  periodText: ofPeriod('text', true, (found) => found?.period.text),
  tableEditions: {
    of: ['report'],
    type: 'list',
    nullable: false,
    bind: (): BoundFact => ({ value: firstOfEachEdition }),
  },
  foreignTables: {
    of: ['report'],
    type: 'list',
    nullable: false,
    bind: (): BoundFact => ({ value: (reading) => foundTables(reading, (index) => !reading.ownEdition[index]) }),
  },
}
