import type { Reading } from '../reading/reading.js'
import type { BoundFact, FactDefinition, Found } from './fact.js'
import { foundHeading, headingEvidence, headingsOf, misnumbered, misordered, type ReadHeading } from './headings.js'
import { hasTable } from './section-facts.js'

const list = (
  find: (headings: readonly ReadHeading[], reading: Reading) => readonly ReadHeading[] | null,
  nullable = false,
): FactDefinition => ({
  of: ['report'],
  type: 'list',
  nullable,
  document: true,
  bind: (): BoundFact => ({
    value: (reading) => find(headingsOf(reading), reading)?.map((heading) => foundHeading(heading)) ?? null,
    reason: () => ({ code: 'not-stated', pointer: '/document/outline' }),
  }),
})

/** Sections whose table is there and whose heading is not. */
const lostHeadings = (reading: Reading): Found[] =>
  reading.form.sections
    .filter(({ id, index }) => {
      const section = reading.report.sections[id]
      return section !== undefined && section.heading === undefined && hasTable(reading, index)
    })
    .map(({ label, pointer }) => ({ name: label, evidence: () => ({ role: 'heading', label, pointer }) }))

/** Facts of the document's headings. */
export const headingFacts: Record<string, FactDefinition> = {
  headingAccepted: {
    of: ['heading'],
    type: 'boolean',
    nullable: false,
    document: true,
    bind: (): BoundFact => ({
      value: (reading, index) => headingsOf(reading)[index]!.wording !== 'unknown',
      evidence: (reading, index) => [headingEvidence(headingsOf(reading)[index]!)],
    }),
  },
  variantHeadings: { ...list((headings) => headings.filter(({ wording }) => wording === 'variant')), ofFound: true },
  misorderedHeadings: list((headings) => misordered(headings)),
  misnumberedHeadings: list((headings, reading) => misnumbered(headings, reading.form.sections.length), true),
  lostHeadings: {
    of: ['report'],
    type: 'list',
    nullable: false,
    document: true,
    bind: (): BoundFact => ({ value: lostHeadings }),
  },
}
