import { type Body, type Form, findPeriod, inferBody, type Place, type Report, type Section } from '@gouji/core'
import { applyGiven, type Given } from '../given.js'
import { IntakeError } from '../intake-error.js'
import type { DocumentModel } from '../model/document-model.js'
import { type CollectedText, collectText, type Paragraph } from './collect-text.js'
import { describeDocument } from './describe-document.js'
import { findPublication } from './find-publication.js'
import { findTitle, type Title, titleOfPage } from './find-title.js'
import { lexiconOf } from './lexicon.js'
import { type Heading, readOutline } from './outline.js'
import { type ReadTable, readTables } from './read-tables.js'
import { type Reading, startReading } from './reading.js'
import { unreadSections } from './unread-sections.js'

export interface ReadOptions {
  /** The forms of all packs: each table is read by the one that fits it best. */
  readonly forms: readonly Form[]
  /** What the caller knows, and the document need not say. */
  readonly given?: Given
}

/**
 * The report that the model's paragraphs and rows make, with the place of everything read. Throws IntakeError
 * `NOT_A_REPORT` where the document has neither such a report's title, nor two of its headings, nor one of its tables.
 */
export const readModel = (
  { items, page = {}, unread = [], notices = [] }: DocumentModel,
  { forms, given = {} }: ReadOptions,
): Report => {
  const lexicon = lexiconOf(forms)
  const reading = startReading(items, lexicon)
  const tables = readTables(reading, forms)
  const inTable = markItems(items.length, tables)
  const isTable = (item: number) => inTable[item] === 1
  const headings = readOutline(reading, isTable)
  const known = headings.filter(({ section }) => section !== null)
  const top = Math.min(known[0]?.item ?? items.length, ...tables.map(({ survey }) => survey.region.start))
  const title = findTitle(reading, top) ?? titleOfPage(reading, page)
  // A heading that only stands where a section's should says nothing of what the document is.
  const worded = known.filter(({ heading }) => reading.headingOf(heading) !== null)
  if (!title && worded.length < 2 && tables.length === 0)
    throw new IntakeError('NOT_A_REPORT', 'The document has no title, headings or table of such a report.')

  const form = tables[0]?.survey.index.form ?? forms[0]!
  const publication = findPublication(reading, headings, isTable, given.body ?? title?.body ?? '', page)
  // What stands above the title is the page's.
  const start = title && title.items > 0 ? title.item + title.items : 0
  const text = collectText(reading, {
    isTaken: (item) => isTable(item) || item < start || publication.items.has(item),
    headings,
    tableEnds: lostHeadings(tables, headings),
    lacking: lackingTables(forms, tables),
    title: title?.text ?? null,
  })
  const sections = assembleSections(reading, headings, tables, text.paragraphs)
  const preface = joinParagraphs(text.paragraphs.get(null))
  const publishedOn = given.published ? ({ date: given.published, from: 'given' } as const) : publication.publishedOn
  const year = readYear(forms, title, [preface, sections[lexicon.sections[0]?.id ?? '']?.text ?? ''], publishedOn)
  const name = title?.body || publication.source
  const body: Body = name === '' ? {} : { name, ...inferBody(form, name) }
  const places: Record<string, Place> = {}
  if (title && title.items > 0) places['/title'] = items[title.item]!.place
  if (!given.published && publication.publishedItem !== null)
    places['/publishedOn'] = items[publication.publishedItem]!.place
  const report: Report = {
    schemaVersion: 1,
    ...year,
    body,
    ...(title && { title: title.text }),
    ...(preface !== '' && { preface }),
    ...(publishedOn && { publishedOn }),
    sections,
    document: describeDocument(reading, headings, tables, {
      places,
      paragraphs: text.paragraphs,
      unplaced: text.stray,
      inferred: name === '' ? [] : ['/body/kind', '/body/rank'],
      notices: [...unread.map(({ place }) => ({ code: 'unread-page', place }) as const), ...notices],
      unread: unread.length === 0 ? null : unreadSections(reading, headings, unread),
    }),
  }
  return applyGiven(report, form, given)
}

const markItems = (count: number, tables: readonly ReadTable[]): Uint8Array => {
  const marks = new Uint8Array(count)
  for (const { survey } of tables) marks.fill(1, survey.region.start, survey.region.end)
  return marks
}

/** By the item after it, the section of each table whose heading the document lost. */
const lostHeadings = (tables: readonly ReadTable[], headings: readonly Heading[]): ReadonlyMap<number, string> =>
  new Map(
    tables
      .filter(({ survey }) => !headings.some(({ section }) => section === survey.index.table.section))
      .map(({ survey }) => [survey.region.end, survey.index.table.section]),
  )

const lackingTables = (forms: readonly Form[], tables: readonly ReadTable[]): ReadonlySet<string> => {
  const found = new Set(tables.map(({ survey }) => survey.index.pointer))
  const all = forms.flatMap((form) => form.tables)
  return new Set(
    all.filter(({ section, id }) => !found.has(`/sections/${section}/tables/${id}`)).map(({ section }) => section),
  )
}

/** One paragraph a line, as `document.paragraphs` counts them. */
const joinParagraphs = (paragraphs: readonly Paragraph[] = []): string => paragraphs.map(({ text }) => text).join('\n')

const assembleSections = (
  reading: Reading,
  headings: readonly Heading[],
  tables: readonly ReadTable[],
  paragraphs: CollectedText['paragraphs'],
): Record<string, Section> => {
  const sections: Record<string, Section> = {}
  for (const { id } of reading.lexicon.sections) {
    const heading = headings.find(({ section }) => section === id)
    const own = tables.filter(({ survey }) => survey.index.table.section === id)
    if (!heading && own.length === 0) continue
    sections[id] = {
      ...(heading && { heading: heading.heading }),
      text: joinParagraphs(paragraphs.get(id)),
      ...(own.length > 0 && { tables: Object.fromEntries(own.map(toTable)) }),
    }
  }
  return sections
}

const toTable = ({ survey, edition, content }: ReadTable) =>
  [survey.index.table.id, { form: edition, rows: Object.fromEntries(content.rows) }] as const

const readYear = (
  forms: readonly Form[],
  title: Title | null,
  texts: readonly string[],
  publishedOn: Report['publishedOn'] | null,
): Pick<Report, 'year' | 'yearFrom'> => {
  const periods = forms.flatMap(({ period: { words } = { words: [] } }) => {
    const { from, to } = findPeriod(texts.join('\n'), words) ?? {}
    return from && to ? [{ from: from.year, to: to.year }] : []
  })
  // A period over two years has a slip in one of them: the title tells better.
  const whole = periods.find(({ from, to }) => from === to)
  if (whole) return { year: whole.to, yearFrom: 'period' }
  if (title && title.year !== null) return { year: title.year, yearFrom: 'title' }
  if (periods[0]) return { year: periods[0].to, yearFrom: 'period' }
  if (publishedOn) return { year: Number(publishedOn.date.slice(0, 4)) - 1, yearFrom: 'published' }
  return { year: null }
}
