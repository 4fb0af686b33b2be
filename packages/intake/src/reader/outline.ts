import type { HeadingMatch } from './match-heading.js'
import { type Reading, soleText } from './reading.js'
import { isPlainNumber } from './values.js'

/** A heading of the document; its section is null where it opens none of the form's. */
export interface Heading {
  readonly item: number
  /** How many items it is printed on. */
  readonly items: number
  readonly heading: string
  /** What follows it on its line. */
  readonly rest: string
  readonly section: string | null
}

interface Candidate extends Omit<Heading, 'section'> {
  readonly match: HeadingMatch | null
  readonly style: string
  readonly value: number
}

const LONGEST_UNKNOWN = 30
const LONGEST_REST = 20
const FEWEST_BRACKETED = 4

/**
 * The headings in order: those that the forms know, exactly or nearly, and those that stand, by ordinal, where a
 * section's should. `isTaken` says which items a table holds.
 */
export const readOutline = (reading: Reading, isTaken: (item: number) => boolean): readonly Heading[] => {
  const candidates = dropContents(reading, dropSubheads(findCandidates(reading, isTaken)), isTaken)
  const chosen = chooseKnown(candidates)
  const known = new Set(chosen.values())
  return dropUnfitting(candidates, chosen).map((candidate): Heading => {
    const { item, items, heading, rest } = candidate
    const section = chosen.get(candidate) ?? sectionAt(reading, candidate.value, known)
    if (section) known.add(section)
    return { item, items, heading, rest, section }
  })
}

const findCandidates = (reading: Reading, isTaken: (item: number) => boolean): readonly Candidate[] => {
  const candidates: Candidate[] = []
  for (let item = 0; item < reading.items.length; item++) {
    if (reading.noise[item] || isTaken(item)) continue
    const text = soleText(reading.items[item]!)
    if (isPlainNumber(text)) continue
    const match = reading.headingOf(text)
    const whole = match?.exact ? null : splitHeading(reading, item, text, isTaken)
    const found = whole ?? match
    const { style, value } = found?.key ?? reading.keyOf(text)
    const base = { item, items: whole ? 2 : 1, style, value }
    if (found) candidates.push({ ...base, heading: found.heading, rest: found.rest, match: found })
    else if (style === 'chinese' && text.length <= LONGEST_UNKNOWN && !/[。;；!！?？]|[:：,，]$/u.test(text))
      candidates.push({ ...base, heading: text, rest: '', match: null })
  }
  return candidates
}

/** A numbered heading that goes on in the next line, or stands there whole below its number. */
const splitHeading = (
  reading: Reading,
  item: number,
  text: string,
  isTaken: (item: number) => boolean,
): HeadingMatch | null => {
  const next = reading.items[item + 1]
  const { style, full } = reading.keyOf(text)
  const longest = full === '' ? LONGEST_UNKNOWN : LONGEST_REST
  if (text.length > 40 || !next || next.text.length > longest || isTaken(item + 1)) return null
  if (style !== 'chinese' || reading.keyOf(next.text).style !== 'none') return null
  const match = reading.headingOf(text + next.text)
  return match?.exact && match.rest === '' ? match : null
}

/** A bracketed (二)主动公开政府信息情况 is a sub-head, unless most of the sections are headed so. */
const dropSubheads = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const isBracketed = ({ style }: Candidate) => style.startsWith('bracketed')
  const headed = new Set(candidates.filter(isBracketed).map(({ match }) => match?.section))
  return headed.size >= FEWEST_BRACKETED ? candidates : candidates.filter((candidate) => !isBracketed(candidate))
}

/** Headings that stand again further down, no less plainly, with nothing under them here, are a table of contents. */
const dropContents = (
  reading: Reading,
  candidates: readonly Candidate[],
  isTaken: (item: number) => boolean,
): readonly Candidate[] => {
  const isBare = ({ item, items, rest }: Candidate, next: Candidate | undefined) => {
    if (!next || rest !== '') return false
    for (let at = item + items; at < next.item; at++) if (!reading.noise[at] || isTaken(at)) return false
    return true
  }
  const below = new Map<HeadingMatch['section'], number>()
  const kept: Candidate[] = []
  for (let at = candidates.length - 1; at >= 0; at--) {
    const candidate = candidates[at]!
    const { match } = candidate
    const rank = rankOf(candidate.style)
    const plainest = (match && below.get(match.section)) ?? Number.POSITIVE_INFINITY
    if (match) below.set(match.section, Math.min(plainest, rank))
    if (!(plainest <= rank && isBare(candidate, candidates[at + 1]))) kept.push(candidate)
  }
  return kept.reverse()
}

/** How little a style of ordinal tells a section's heading by. */
const rankOf = (style: string): number => ['chinese', 'arabic', 'none', 'bracketed', 'bracketedArabic'].indexOf(style)

/** For each section the heading that is surely its own: by numbering, then wording, then order. */
const chooseKnown = (candidates: readonly Candidate[]): Map<Candidate, string> => {
  const rank = ({ style, match }: Candidate) => rankOf(style) * 2 + (match?.exact ? 0 : 1)
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    if (!candidate.match) continue
    const { id } = candidate.match.section
    const other = best.get(id)
    if (!other || rank(candidate) < rank(other)) best.set(id, candidate)
  }
  return new Map([...best].map(([id, candidate]) => [candidate, id]))
}

/** Without the unknown ones whose ordinal does not stand between those of the headings around them. */
const dropUnfitting = (
  candidates: readonly Candidate[],
  chosen: ReadonlyMap<Candidate, string>,
): readonly Candidate[] => {
  const limits: number[] = []
  let limit = Number.POSITIVE_INFINITY
  for (let at = candidates.length - 1; at >= 0; at--) {
    limits[at] = limit
    if (chosen.has(candidates[at]!)) limit = ordinalOf(candidates[at]!)
  }
  let last = 0
  return candidates.filter((candidate, at) => {
    const { style, value } = candidate
    const fits = chosen.has(candidate) || (style === 'chinese' && value > last && value < limits[at]!)
    if (fits) last = ordinalOf(candidate)
    return fits
  })
}

const ordinalOf = ({ style, value, match }: Candidate): number =>
  style === 'chinese' || !match ? value : match.section.position

const sectionAt = (reading: Reading, position: number, known: ReadonlySet<string>): string | null => {
  const section = reading.lexicon.sections[position - 1]
  return section && !known.has(section.id) ? section.id : null
}
