import type { DocumentInfo, DocumentNotice, OddRow, Place, Unplaced } from '@gouji/core'
import type { Paragraph } from './collect-text.js'
import type { Heading } from './outline.js'
import type { ReadTable } from './read-tables.js'
import type { Reading } from './reading.js'

/** What only the document has, of its headings, its tables and what was read beside them. */
export const describeDocument = (
  { items }: Reading,
  headings: readonly Heading[],
  tables: readonly ReadTable[],
  beside: {
    places: Readonly<Record<string, Place>>
    paragraphs: ReadonlyMap<string | null, readonly Paragraph[]>
    unplaced: readonly Unplaced[]
    inferred: readonly string[]
    notices: readonly DocumentNotice[]
    /** Null where everything was read. */
    unread: readonly string[] | null
  },
): DocumentInfo => {
  const paragraphs: Record<string, readonly Place[]> = {}
  for (const [section, found] of beside.paragraphs)
    paragraphs[section === null ? '/preface' : `/sections/${section}/text`] = found.map(({ place }) => place)
  const labels: Record<string, string> = {}
  const headers: Record<string, readonly string[]> = {}
  const places: Record<string, Place> = { ...beside.places }
  const oddRows: OddRow[] = []
  const unplaced: Unplaced[] = []
  for (const { section, item } of headings) {
    const place = items[item]!.place
    if (section !== null) places[`/sections/${section}/heading`] ??= place
  }
  for (const { survey, content, headers: printed } of tables) {
    const { pointer } = survey.index
    headers[pointer] = printed
    places[pointer] = items[survey.region.start]!.place
    for (const [at, label] of content.labels) labels[at] = label
    for (const [at, place] of content.places) places[at] = place
    oddRows.push(...content.oddRows)
    unplaced.push(...content.unplaced)
  }
  return {
    outline: headings.map(({ heading, section, item }) => ({
      heading,
      ...(section !== null && { section }),
      place: items[item]!.place,
    })),
    labels,
    headers,
    oddRows,
    unplaced: [...unplaced, ...beside.unplaced],
    inferred: beside.inferred,
    ...(beside.notices.length > 0 && { notices: beside.notices }),
    ...(beside.unread && { unread: beside.unread }),
    paragraphs,
    places,
  }
}
