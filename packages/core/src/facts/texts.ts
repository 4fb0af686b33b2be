import { findOnce, type Reading } from '../reading/reading.js'
import type { Place } from '../types.js'
import type { Evidence, Found } from './fact.js'

/** One text of the report, as rules read it. */
export interface ReportText {
  readonly id: string
  readonly label: string
  readonly pointer: string
  readonly text: string
  evidenceAt(reading: Reading, index: number, raw: string, role: string): Evidence
}

/** Title, preface and the sections' texts, in order; the texts that are there. */
export const textsOf = (reading: Reading): readonly ReportText[] =>
  findOnce(reading, textsOf, () => {
    const { report, form } = reading
    const texts: ReportText[] = []
    const add = (id: string, label: string, pointer: string, text: string | undefined): void => {
      if (text)
        texts.push({
          id,
          label,
          pointer,
          text,
          evidenceAt: (read, index, raw, role) => textEvidence(read, { label, pointer, text }, index, raw, role),
        })
    }
    add('title', form.form.title, '/title', report.title)
    add('preface', form.form.title, '/preface', report.preface)
    for (const { id, label, pointer } of form.sections) add(id, label, `${pointer}/text`, report.sections[id]?.text)
    return texts
  })

/** The texts of these ids; all where none are named. */
export const selectTexts = (reading: Reading, ids: readonly string[] | undefined): readonly ReportText[] =>
  ids === undefined ? textsOf(reading) : textsOf(reading).filter(({ id }) => ids.includes(id))

const textEvidence = (
  reading: Reading,
  { label, pointer, text }: Pick<ReportText, 'label' | 'pointer' | 'text'>,
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
  const before = text.slice(0, index)
  const start = before.lastIndexOf('\n') + 1
  const paragraph = paragraphs?.[pointer]?.[before.split('\n').length - 1]
  if (!paragraph) return places?.[pointer]
  return paragraph.column === undefined ? paragraph : { ...paragraph, column: paragraph.column + index - start }
}

/** A hit in a text; its evidence shows the words around it. */
export const foundText = (reading: Reading, text: ReportText, index: number, name: string, role = 'text'): Found => ({
  name,
  evidence: () => text.evidenceAt(reading, index, around(text.text, index, name.length), role),
})

const around = (text: string, index: number, length: number): string => {
  const from = Math.max(0, text.lastIndexOf('\n', index - 1) + 1, index - 12)
  const end = text.indexOf('\n', index)
  const to = Math.min(end < 0 ? text.length : end, index + length + 12)
  return text.slice(from, to)
}
