import { findOnce, type Reading } from '../reading/reading.js'
import { normalizeLabel } from '../text/normalize.js'
import { splitOrdinal } from '../text/ordinals.js'
import type { FormSection, OutlineEntry } from '../types.js'
import type { Evidence, Found } from './fact.js'

/** A heading of the document beside what the form says of it. */
export interface ReadHeading {
  readonly entry: OutlineEntry
  readonly index: number
  /** Position of its section in the form; -1 where it opens none. */
  readonly position: number
  readonly style: ReturnType<typeof splitOrdinal>['style']
  readonly ordinal: number
  readonly wording: 'canonical' | 'variant' | 'unknown'
}

/** The document's headings, read once per report; empty without a document. */
export const headingsOf = (reading: Reading): readonly ReadHeading[] =>
  findOnce(reading, headingsOf, () =>
    (reading.report.document?.outline ?? []).map((entry, index) => readHeading(reading, entry, index)),
  )

const readHeading = (reading: Reading, entry: OutlineEntry, index: number): ReadHeading => {
  const position = reading.form.sections.findIndex(({ id }) => id === entry.section)
  const section = reading.form.sections[position]?.form
  // The usual heading is the form's own, to the letter: nothing need be normalised then.
  if (section && entry.heading === `${section.ordinal}、${section.heading}`) {
    return { entry, index, position, style: 'chinese', ordinal: position + 1, wording: 'canonical' }
  }
  const { style, value, rest } = splitOrdinal(entry.heading)
  return { entry, index, position, style, ordinal: value, wording: section ? wordingOf(section, rest) : 'unknown' }
}

const wordingOf = (section: FormSection, heading: string): ReadHeading['wording'] => {
  const text = normalizeLabel(heading)
  if (text === normalizeLabel(section.heading)) return 'canonical'
  return section.variants?.some((variant) => normalizeLabel(variant) === text) ? 'variant' : 'unknown'
}

export const headingEvidence = ({ entry }: ReadHeading, role = 'heading'): Evidence => ({
  role,
  label: entry.heading,
  ...(entry.section === undefined ? {} : { pointer: `/sections/${entry.section}/heading` }),
  raw: entry.heading,
  ...(entry.place === undefined ? {} : { place: entry.place }),
})

export const foundHeading = (heading: ReadHeading, role?: string): Found => ({
  name: heading.entry.heading,
  evidence: () => headingEvidence(heading, role),
})

/** Headings that stand after one of a later section. */
export const misordered = (headings: readonly ReadHeading[]): readonly ReadHeading[] => {
  let last = -1
  return headings.filter(({ position }) => {
    if (position < 0) return false
    const late = position < last
    last = Math.max(last, position)
    return late
  })
}

/**
 * Headings whose ordinal is not their place in the sequence; `null` where no heading has one (numbering was lost).
 * Sections without a heading keep their number: they have a finding of their own.
 */
export const misnumbered = (headings: readonly ReadHeading[], sections: number): readonly ReadHeading[] | null => {
  if (headings.length > 0 && headings.every(({ style }) => style === 'none')) return null
  const withHeading = new Set(headings.map(({ position }) => position))
  const disordered = misordered(headings).length > 0
  let expected = 0
  return headings.filter(({ index, position, style, ordinal }) => {
    let absent = 0
    for (let p = 0; p < Math.min(position, sections); p++) if (!withHeading.has(p)) absent++
    expected = position < 0 ? expected + 1 : index + 1 + absent
    return style !== 'chinese' || (ordinal !== expected && !(disordered && ordinal === position + 1))
  })
}
