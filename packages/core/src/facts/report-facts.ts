import { findOnce, type Reading } from '../reading/reading.js'
import { dayNumber, parseIsoDay } from '../text/dates.js'
import { evidenceAt } from './evidence.js'
import type { BoundFact, Evidence, FactDefinition, Found, Reason } from './fact.js'

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

const readTitleYear = ({ report: { title = '' } }: Reading): number | null => {
  const year = (YEAR.exec(title) ?? YEAR.exec(title.normalize('NFKC')))?.[1]
  return year === undefined ? null : Number(year)
}

const titleYearOf = (reading: Reading): number | null => findOnce(reading, 'titleYear', readTitleYear)

const readPublished = ({ report }: Reading): number | null => {
  const date = report.publishedOn?.date
  const day = date === undefined ? null : parseIsoDay(date)
  return day && dayNumber(day)
}

const titleEvidence = (reading: Reading): readonly Evidence[] => {
  const { title = '' } = reading.report
  return [evidenceAt(reading, { role: 'title', label: reading.form.form.title, pointer: '/title', raw: title })]
}

const publishedEvidence = (reading: Reading): readonly Evidence[] => {
  const { date = '' } = reading.report.publishedOn ?? {}
  return [evidenceAt(reading, { role: 'published', label: date, pointer: '/publishedOn', raw: date })]
}

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
  titleYear: stated('number', titleYearOf, titleEvidence, () => notStated('/title')),
  // For rules that reckon from the year: to them a disputed one is no ground, and another rule speaks of it.
  yearDisputed: known('boolean', (reading) => {
    const inTitle = titleYearOf(reading)
    return inTitle !== null && yearOf(reading) !== null && inTitle !== yearOf(reading)
  }),
  published: stated(
    'number',
    (reading) => findOnce(reading, 'published', readPublished),
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
    bind: ({ params }): BoundFact => {
      const days = new Map(
        Object.entries(params.days as Record<string, string>).map(([kind, day]) => [kind, day.split('-').map(Number)]),
      )
      return {
        value: (reading) => {
          const [month, day] = days.get(reading.kind) ?? []
          return month === undefined || day === undefined
            ? null
            : dayAfter(reading, Number(params.yearsAfter), month, day)
        },
        reason: (reading) => (yearOf(reading) === null ? notStated('/year') : { code: 'unknown-body' }),
      }
    },
  },
  tableEditions: {
    of: ['report'],
    type: 'list',
    nullable: false,
    ofFound: true,
    bind: (): BoundFact => ({ value: firstOfEachEdition }),
  },
  foreignTables: {
    of: ['report'],
    type: 'list',
    nullable: false,
    ofFound: true,
    bind: (): BoundFact => ({ value: (reading) => foundTables(reading, (index) => !reading.ownEdition[index]) }),
  },
}
