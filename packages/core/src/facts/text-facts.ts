import type { Reading, ReportText } from '../reading/reading.js'
import { BRACKETS, findBracketFaults } from '../text/brackets.js'
import { findEnumerationGaps, MARKERS } from '../text/enumerations.js'
import { toHalfWidth } from '../text/normalize.js'
import { compilePattern } from '../text/patterns.js'
import type { Hits, TermIndex } from '../text/term-index.js'
import type { BindContext, BoundFact, FactDefinition, Found } from './fact.js'
import { sectionEvidence } from './section-facts.js'
import { foundText, hitsIn, placesOfTexts, textsOf } from './texts.js'

const NONE: readonly Found[] = []

type Find = (reading: Reading, text: ReportText, found: Found[] | null) => Found[] | null

/** Where the texts stand that a fact reads: of a section that section's, else those named by `in`, else all. */
const placesFor = ({ form, each, params }: BindContext): ((subject: number) => readonly number[]) => {
  if (each === 'section') {
    const bySection = form.sections.map(({ id }) => placesOfTexts(form, [id]))
    return (subject) => bySection[subject]!
  }
  const places = placesOfTexts(form, params.in as string[] | undefined)
  return () => places
}

const list = (params: FactDefinition['params'], prepare: (context: BindContext) => Find): FactDefinition => ({
  of: ['report', 'section'],
  type: 'list',
  nullable: false,
  prose: true,
  params: { in: 'sections?', ...params },
  bind: (context): BoundFact => {
    const find = prepare(context)
    const placesOf = placesFor(context)
    return {
      value: (reading, subject) => {
        const texts = textsOf(reading)
        const places = placesOf(subject)
        let found: Found[] | null = null
        for (let i = 0; i < places.length; i++) {
          const text = texts[places[i]!]
          if (text !== undefined) found = find(reading, text, found)
        }
        return found ?? NONE
      },
    }
  },
})

const add = (found: Found[] | null, item: Found): Found[] => {
  if (found === null) return [item]
  found.push(item)
  return found
}

/** Finds by terms that all facts of the pack have looked for together, in one pass over the text. `pick` tells where. */
const byTerms = (
  index: TermIndex,
  terms: readonly string[],
  length: number,
  pick: (text: string, hits: Hits) => readonly number[],
): Find => {
  const group = index.watch(terms)
  return (reading, text, found) => {
    const hits = hitsIn(text, index)[group]
    if (hits === undefined) return found
    for (const at of pick(text.text, hits))
      found = add(found, foundText(reading, text, at, text.text.slice(at, at + length)))
    return found
  }
}

const findTerms = ({ terms: index, params }: BindContext): Find => {
  const terms = params.terms as string[]
  const group = index.watch(terms)
  const within = terms.map((term) => aroundTerm(term, (params.except ?? []) as string[]))
  const successors = Object.entries((params.unless ?? {}) as Record<string, string[]>)
  const beside = terms.map((term) => successors.flatMap(([name, of]) => (of.includes(term) ? [name] : [])))
  return (reading, text, found) => {
    const hits = hitsIn(text, index)[group]
    if (hits === undefined) return found
    for (let i = 0; i < hits.length; i += 2) {
      const term = hits[i]!
      const at = hits[i + 1]!
      if (isWithin(within[term]!, text.text, at)) continue
      if (beside[term]!.length > 0 && holdsAny(sentenceAt(text.text, at), beside[term]!)) continue
      found = add(found, foundText(reading, text, at, terms[term]!))
    }
    return found
  }
}

/** A longer term, its first character's code, and where the term stands in it. */
interface Around {
  readonly longer: string
  readonly first: number
  readonly offset: number
}

/** Where the term stands in each of the longer ones that hold it. */
const aroundTerm = (term: string, all: readonly string[]): readonly Around[] =>
  all.flatMap((longer) => {
    const places: Around[] = []
    for (let at = longer.indexOf(term); at >= 0; at = longer.indexOf(term, at + 1))
      places.push({ longer, first: longer.charCodeAt(0), offset: at })
    return places
  })

const isWithin = (around: readonly Around[], text: string, at: number): boolean => {
  for (let i = 0; i < around.length; i++) {
    const { longer, first, offset } = around[i]!
    // Its first character is asked for by itself, as it mostly is not there.
    if (at >= offset && text.charCodeAt(at - offset) === first && text.startsWith(longer, at - offset)) return true
  }
  return false
}

const holdsAny = (text: string, terms: readonly string[]): boolean => terms.some((term) => text.includes(term))

/** How far a sentence is looked at, on either side. */
const LONGEST_HALF = 120

/** The sentence around the place, as far as it is looked at: half-width, without white space. */
const sentenceAt = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - LONGEST_HALF), at)
  const after = text.slice(at, at + LONGEST_HALF)
  const end = after.search(/[。\n]/u)
  return toHalfWidth(
    before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1) +
      (end < 0 ? after : after.slice(0, end)),
  )
}

const findMatches = (source: string, keep: (match: RegExpExecArray, reading: Reading) => boolean): Find => {
  const pattern = compilePattern(source)
  return (reading, text, found) => {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text.text); match !== null; match = pattern.exec(text.text)) {
      if (match[0] === '') pattern.lastIndex++
      else if (keep(match, reading)) found = add(found, foundText(reading, text, match.index, match[0]))
    }
    return found
  }
}

/** Whether a text calls what stands at the place an abbreviation: 以下简称《条例》. */
const isIntroduced = (text: string, at: number): boolean =>
  /称(?:为|之为|作)?\s*[:：]?\s*[“"‘「『]?\s*$/u.test(text.slice(Math.max(0, at - 8), at))

/** A law's whole title, without title marks; what stands before its name in the title. */
const LAW = /中华人民共和国[^，。；：、》\n]*$/u
/** What may stand between a title's name and its closing mark: 条例（2019年修订）》. */
const NOTE = /^\s*[（(][^（()）\n]*[）)]》/u
const LONGEST_PART = 40

/**
 * Whether the text, before `end`, gives the name otherwise than at the end of a title: with a note behind it, as a law
 * without title marks, or as an abbreviation without them: 以下简称条例.
 */
const isGiven = (text: string, name: string, end: number): boolean => {
  for (let at = text.indexOf(name); at >= 0 && at < end; at = text.indexOf(name, at + 1)) {
    const after = at + name.length
    if (isIntroduced(text, at) || NOTE.test(text.slice(after, after + LONGEST_PART))) return true
    if (LAW.test(text.slice(Math.max(0, at - LONGEST_PART), at))) return true
  }
  return false
}

const OPENING = '《'.charCodeAt(0)

/** An abbreviation is introduced where it is called one, or where a longer title stands before. */
const undefinedAbbreviations = ({ terms, params }: BindContext): Find => {
  const names = params.terms as string[]
  const group = terms.watch(names.map((name) => `${name}》`))
  /** Whether one of the texts before has the title, or the name otherwise. */
  const standsBefore = (reading: Reading, text: ReportText, term: number): boolean => {
    for (const other of textsOf(reading)) {
      if (other === text) return false
      if (other === undefined) continue
      const hits = hitsIn(other, terms)[group]
      if (hits !== undefined) for (let i = 0; i < hits.length; i += 2) if (hits[i] === term) return true
      if (isGiven(other.text, names[term]!, other.text.length)) return true
    }
    return false
  }
  return (reading, text, found) => {
    const hits = hitsIn(text, terms)[group]
    if (hits === undefined) return found
    const seen: boolean[] = []
    for (let i = 0; i < hits.length; i += 2) {
      const term = hits[i]!
      if (seen[term]) continue
      seen[term] = true
      const at = hits[i + 1]! - 1
      if (text.text.charCodeAt(at) !== OPENING || isIntroduced(text.text, at)) continue
      if (standsBefore(reading, text, term) || isGiven(text.text, names[term]!, at)) continue
      found = add(found, foundText(reading, text, at, `《${names[term]}》`))
    }
    return found
  }
}

/** Whether the texts at these places hold one of the terms. */
const mentionsAny = (reading: Reading, places: readonly number[], terms: readonly string[]): boolean => {
  const texts = textsOf(reading)
  for (let i = 0; i < places.length; i++) {
    const text = texts[places[i]!]?.text
    if (text === undefined) continue
    for (let t = 0; t < terms.length; t++) if (text.includes(terms[t]!)) return true
  }
  return false
}

/** Facts of the report's prose: what was found in it, each with its words and place. */
export const textFacts: Record<string, FactDefinition> = {
  terms: { ...list({ terms: 'texts', except: 'texts?', unless: 'topics?' }, findTerms), ofFound: true },
  matches: {
    ...list({ pattern: 'pattern' }, ({ params }) => findMatches(String(params.pattern), () => true)),
    ofFound: true,
  },
  otherYears: list({ pattern: 'capturingPattern' }, ({ params }) =>
    findMatches(String(params.pattern), (match, { report }) => Number(match[1]?.normalize('NFKC')) !== report.year),
  ),
  mentions: {
    of: ['report', 'section'],
    type: 'boolean',
    nullable: false,
    prose: true,
    params: { in: 'sections?', terms: 'texts' },
    bind: (context): BoundFact => {
      const terms = context.params.terms as string[]
      const placesOf = placesFor(context)
      // The first term found settles it, mostly within the first words, so nothing is gained by one pass for all.
      return {
        value: (reading, subject) => mentionsAny(reading, placesOf(subject), terms),
        ...(context.each === 'section' && { evidence: sectionEvidence }),
      }
    },
  },
  missingTopics: {
    of: ['report', 'section'],
    type: 'list',
    nullable: false,
    prose: true,
    params: { in: 'sections?', topics: 'topics' },
    bind: (context): BoundFact => {
      const topics = Object.entries(context.params.topics as Record<string, string[]>)
      const placesOf = placesFor(context)
      return {
        value: (reading, subject) =>
          topics
            .filter(([, terms]) => !mentionsAny(reading, placesOf(subject), terms))
            .map(([name]) => ({
              name,
              evidence: () => ({
                ...(context.each === 'section' && sectionEvidence(reading, subject)[0]),
                role: 'missing',
                label: name,
              }),
            })),
      }
    },
  },
  enumerationGaps: list({}, ({ terms }) => byTerms(terms, MARKERS, 2, findEnumerationGaps)),
  undefinedAbbreviations: list({ terms: 'texts' }, undefinedAbbreviations),
  unbalancedBrackets: list({}, ({ terms }) => byTerms(terms, BRACKETS, 1, findBracketFaults)),
}
