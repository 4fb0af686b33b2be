import type { CompiledForm } from '../form/compile-form.js'
import type { Reading, ReportText } from '../reading/reading.js'
import type { TermIndex } from '../text/term-index.js'
import type { Place } from '../types.js'
import type { Evidence, Found } from './fact.js'

/** What the pack's terms hit in the text, by group; the text is gone through once. */
export const hitsIn = (text: ReportText, terms: TermIndex): ReturnType<TermIndex['scan']> => {
  text.scanned ??= terms.scan(text.text)
  return text.scanned
}

/** Title, preface and the sections' texts, each at its place; undefined where the report has none. */
export const textsOf = (reading: Reading): readonly (ReportText | undefined)[] => {
  reading.texts ??= readTexts(reading)
  return reading.texts
}

const readTexts = ({ report, form }: Reading): readonly (ReportText | undefined)[] => {
  const texts = [
    report.title ? makeText(form.form.title, '/title', report.title) : undefined,
    report.preface ? makeText(form.form.title, '/preface', report.preface) : undefined,
  ]
  for (const { id, label, textPointer } of form.sections) {
    const text: unknown = report.sections[id]?.text
    texts.push(typeof text === 'string' && text !== '' ? makeText(label, textPointer, text) : undefined)
  }
  return texts
}

/** Where the texts of these ids stand among all; all where none are named. */
export const placesOfTexts = ({ sections }: CompiledForm, ids: readonly string[] | undefined): readonly number[] =>
  ['title', 'preface', ...sections.map(({ id }) => id)].flatMap((id, place) =>
    ids === undefined || ids.includes(id) ? [place] : [],
  )

const makeText = (label: string, pointer: string, text: string): ReportText => ({
  label,
  pointer,
  text,
  scanned: null,
})

/** Words of a text as evidence, with their line and column. */
export const textEvidence = (
  reading: Reading,
  { label, pointer, text }: ReportText,
  index: number,
  raw: string,
  role: string,
): Evidence => {
  const place = placeInText(reading, pointer, text, index)
  return { role, label, pointer, raw, ...(place ? { place } : {}) }
}

/** The line and column of a character: paragraphs are the text's lines, each with a place of its own. */
const placeInText = (reading: Reading, pointer: string, text: string, index: number): Place | undefined => {
  const { paragraphs, places } = reading.report.document ?? {}
  const own = paragraphs?.[pointer]
  if (own === undefined) return places?.[pointer]
  const before = text.slice(0, index)
  const start = before.lastIndexOf('\n') + 1
  const paragraph = own[before.split('\n').length - 1]
  if (!paragraph) return places?.[pointer]
  return paragraph.column === undefined ? paragraph : { ...paragraph, column: paragraph.column + index - start }
}

/** A hit in a text; its evidence shows the words around it. */
export const foundText = (reading: Reading, text: ReportText, index: number, name: string, role = 'text'): Found => ({
  name,
  evidence: () => textEvidence(reading, text, index, around(text.text, index, name.length), role),
})

const around = (text: string, index: number, length: number): string => {
  const from = Math.max(0, text.lastIndexOf('\n', index - 1) + 1, index - 12)
  const end = text.indexOf('\n', index)
  const to = Math.min(end < 0 ? text.length : end, index + length + 12)
  return text.slice(from, to)
}
