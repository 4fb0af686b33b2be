import type { Reading } from '../reading/reading.js'
import { findBracketFaults } from '../text/brackets.js'
import { findEnumerationGaps } from '../text/enumerations.js'
import { compilePattern } from '../text/patterns.js'
import type { BindContext, BoundFact, FactDefinition, Found } from './fact.js'
import { foundText, type ReportText, selectTexts } from './texts.js'

type Find = (reading: Reading, texts: readonly ReportText[]) => readonly Found[]

/** A list fact over texts. Of a section it reads that section's, else those named by `in`, else all. */
const list = (params: FactDefinition['params'], prepare: (params: BindContext['params']) => Find): FactDefinition => ({
  of: ['report', 'section'],
  type: 'list',
  nullable: false,
  prose: true,
  params: { in: 'sections?', ...params },
  bind: ({ form, each, params: given }): BoundFact => {
    const find = prepare(given)
    const ids = given.in as string[] | undefined
    return {
      value: (reading, subject) =>
        find(reading, selectTexts(reading, each === 'section' ? [form.sections[subject]!.id] : ids)),
    }
  },
})

const termHits = (reading: Reading, texts: readonly ReportText[], terms: readonly string[]): Found[] => {
  const hits: Found[] = []
  for (const text of texts) {
    for (const term of terms) {
      for (let at = text.text.indexOf(term); at >= 0; at = text.text.indexOf(term, at + term.length))
        hits.push(foundText(reading, text, at, term))
    }
  }
  return hits
}

/** An abbreviation is introduced where it is called one, or where a longer title that ends in it stands before. */
const undefinedAbbreviations = (reading: Reading, texts: readonly ReportText[], terms: readonly string[]): Found[] => {
  const hits: Found[] = []
  for (const term of terms) {
    const quoted = `《${term}》`
    let introduced = false
    for (const text of texts) {
      const at = text.text.indexOf(quoted)
      const longer = text.text.indexOf(`${term}》`)
      const called = at >= 0 && /称(?:为|之为)?[“"]?$/u.test(text.text.slice(Math.max(0, at - 4), at))
      if (called || (longer >= 0 && (at < 0 || longer < at))) introduced = true
      if (at >= 0 && !introduced) {
        hits.push(foundText(reading, text, at, quoted))
        introduced = true
      }
      if (introduced) break
    }
  }
  return hits
}

/** Facts of the report's prose: lists of what was found in it, each with its words and place. */
export const textFacts: Record<string, FactDefinition> = {
  terms: list(
    { terms: 'texts' },
    ({ terms }) =>
      (reading, texts) =>
        termHits(reading, texts, terms as string[]),
  ),
  matches: list({ pattern: 'pattern' }, ({ pattern }) => {
    const compiled = compilePattern(String(pattern))
    return (reading, texts) =>
      texts.flatMap((text) =>
        [...text.text.matchAll(compiled)].map((match) => foundText(reading, text, match.index, match[0])),
      )
  }),
  otherYears: list({ pattern: 'pattern' }, ({ pattern }) => {
    const compiled = compilePattern(String(pattern))
    return (reading, texts) =>
      texts.flatMap((text) =>
        [...text.text.matchAll(compiled)]
          .filter((match) => Number(match[1]?.normalize('NFKC')) !== reading.report.year)
          .map((match) => foundText(reading, text, match.index, match[0])),
      )
  }),
  missingTopics: list(
    { topics: 'topics' },
    ({ topics }) =>
      (_reading, texts) =>
        Object.entries(topics as Record<string, string[]>)
          .filter(([, terms]) => !texts.some(({ text }) => terms.some((term) => text.includes(term))))
          .map(([name]) => ({ name, evidence: () => ({ role: 'missing', label: name }) })),
  ),
  enumerationGaps: list(
    {},
    () => (reading, texts) =>
      texts.flatMap((text) =>
        findEnumerationGaps(text.text).map(({ index, marker }) => foundText(reading, text, index, marker)),
      ),
  ),
  undefinedAbbreviations: list(
    { terms: 'texts' },
    ({ terms }) =>
      (reading, texts) =>
        undefinedAbbreviations(reading, texts, terms as string[]),
  ),
  unbalancedBrackets: list(
    {},
    () => (reading, texts) =>
      texts.flatMap((text) =>
        findBracketFaults(text.text).map(({ index, bracket }) => foundText(reading, text, index, bracket)),
      ),
  ),
}
