import type { Reading } from '../reading/reading.js'
import { BRACKETS, findBracketFaults } from '../text/brackets.js'
import { findEnumerationGaps, MARKERS } from '../text/enumerations.js'
import { compilePattern } from '../text/patterns.js'
import type { Hits, TermIndex } from '../text/term-index.js'
import type { BindContext, BoundFact, FactDefinition, Found } from './fact.js'
import { foundText, hitsIn, type ReportText, selectTexts } from './texts.js'

const NONE: readonly Found[] = []

type Find = (reading: Reading, texts: readonly ReportText[]) => readonly Found[]

/** Texts that a fact reads: of a section that section's, else those named by `in`, else all. */
const textsFor = ({
  form,
  each,
  params,
}: BindContext): ((reading: Reading, subject: number) => readonly ReportText[]) => {
  const bySection = form.sections.map(({ id }) => [id])
  const ids = params.in as string[] | undefined
  return (reading, subject) => selectTexts(reading, each === 'section' ? bySection[subject] : ids)
}

const list = (params: FactDefinition['params'], prepare: (context: BindContext) => Find): FactDefinition => ({
  of: ['report', 'section'],
  type: 'list',
  nullable: false,
  prose: true,
  params: { in: 'sections?', ...params },
  bind: (context): BoundFact => {
    const find = prepare(context)
    const texts = textsFor(context)
    return { value: (reading, subject) => find(reading, texts(reading, subject)) }
  },
})

/** Finds by terms that all facts of the pack have looked for together, in one pass over the text. `pick` tells where. */
const byTerms = (
  index: TermIndex,
  terms: readonly string[],
  length: number,
  pick: (text: string, hits: Hits) => readonly number[],
): Find => {
  const group = index.watch(terms)
  return (reading, texts) => {
    let found: Found[] | null = null
    for (let t = 0; t < texts.length; t++) {
      const text = texts[t]!
      const hits = hitsIn(text, index)[group]
      if (hits === undefined) continue
      for (const at of pick(text.text, hits)) {
        found ??= []
        found.push(foundText(reading, text, at, text.text.slice(at, at + length)))
      }
    }
    return found ?? NONE
  }
}

const findTerms = ({ terms: index, params }: BindContext): Find => {
  const terms = params.terms as string[]
  const group = index.watch(terms)
  return (reading, texts) => {
    let found: Found[] | null = null
    for (let t = 0; t < texts.length; t++) {
      const text = texts[t]!
      const hits = hitsIn(text, index)[group]
      if (hits === undefined) continue
      found ??= []
      for (const [i, at] of hits.indices.entries()) found.push(foundText(reading, text, at, terms[hits.terms[i]!]!))
    }
    return found ?? NONE
  }
}

const findMatches = (source: string, keep: (match: RegExpExecArray, reading: Reading) => boolean): Find => {
  const pattern = compilePattern(source)
  return (reading, texts) => {
    let found: Found[] | null = null
    for (const text of texts) {
      pattern.lastIndex = 0
      for (let match = pattern.exec(text.text); match !== null; match = pattern.exec(text.text)) {
        if (match[0] === '') pattern.lastIndex++
        else if (keep(match, reading)) {
          found ??= []
          found.push(foundText(reading, text, match.index, match[0]))
        }
      }
    }
    return found ?? NONE
  }
}

/** An abbreviation is introduced where it is called one, or where a longer title that ends in it stands before. */
const undefinedAbbreviations = ({ terms, params }: BindContext): Find => {
  const names = params.terms as string[]
  const group = terms.watch(names.map((name) => `${name}》`))
  return (reading, texts) => {
    let found: Found[] | null = null
    const settled: boolean[] = []
    for (const text of texts) {
      const hits = hitsIn(text, terms)[group]
      if (hits === undefined) continue
      for (let i = 0; i < hits.terms.length; i++) {
        const term = hits.terms[i]!
        const index = hits.indices[i]!
        if (settled[term]) continue
        settled[term] = true
        const bare = text.text[index - 1] === '《'
        if (!bare || /称(?:为|之为)?[“"]?$/u.test(text.text.slice(Math.max(0, index - 5), index - 1))) continue
        found ??= []
        found.push(foundText(reading, text, index - 1, `《${names[term]}》`))
      }
    }
    return found ?? NONE
  }
}

/** Facts of the report's prose: what was found in it, each with its words and place. */
export const textFacts: Record<string, FactDefinition> = {
  terms: list({ terms: 'texts' }, findTerms),
  matches: list({ pattern: 'pattern' }, ({ params }) => findMatches(String(params.pattern), () => true)),
  otherYears: list({ pattern: 'pattern' }, ({ params }) =>
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
      const texts = textsFor(context)
      // The first term found settles it, mostly within the first words, so nothing is gained by one pass for all.
      return {
        value: (reading, subject) =>
          texts(reading, subject).some(({ text }) => terms.some((term) => text.includes(term))),
      }
    },
  },
  missingTopics: list({ topics: 'topics' }, ({ params }) => {
    const topics = Object.entries(params.topics as Record<string, string[]>)
    return (_reading, texts) =>
      topics
        .filter(([, terms]) => !texts.some(({ text }) => terms.some((term) => text.includes(term))))
        .map(([name]) => ({ name, evidence: () => ({ role: 'missing', label: name }) }))
  }),
  enumerationGaps: list({}, ({ terms }) => byTerms(terms, MARKERS, 2, findEnumerationGaps)),
  undefinedAbbreviations: list({ terms: 'texts' }, undefinedAbbreviations),
  unbalancedBrackets: list({}, ({ terms }) => byTerms(terms, BRACKETS, 1, findBracketFaults)),
}
