import type { Place, Unplaced } from '@gouji/core'
import { PICTURE } from '../model/picture.js'
import { findTextEnd } from './find-text-end.js'
import type { Heading } from './outline.js'
import type { Reading } from './reading.js'
import { isValue } from './values.js'

export interface Paragraph {
  readonly text: string
  readonly place: Place
}

/** The document's paragraphs by section; null is what stands before the first. */
export interface CollectedText {
  readonly paragraphs: ReadonlyMap<string | null, readonly Paragraph[]>
  /** Numbers that stand in a section without its table. */
  readonly stray: readonly Unplaced[]
}

export interface TextBounds {
  /** Items that are no paragraphs: titles, tables, dates. */
  readonly isTaken: (item: number) => boolean
  readonly headings: readonly Heading[]
  /** Sections by the item with which a table under a lost heading ends. */
  readonly tableEnds: ReadonlyMap<number, string>
  /** Sections whose table the forms have and the document does not. */
  readonly lacking: ReadonlySet<string>
  readonly title: string | null
}

/** A few bare numbers are the pages'; more of them in a section that lacks its table are what is left of it. */
const FEWEST_STRAY = 3

export const collectText = (reading: Reading, bounds: TextBounds): CollectedText => {
  const paragraphs = new Map<string | null, Paragraph[]>()
  const numbers = new Map<string, Unplaced[]>()
  const pictures: Unplaced[] = []
  const headings = new Map(bounds.headings.map((heading) => [heading.item, heading]))
  let section: string | null = null
  const add = (text: string, place: Place) => {
    const before = paragraphs.get(section)
    if (before) before.push({ text, place })
    else paragraphs.set(section, [{ text, place }])
  }
  const end = findTextEnd(reading, bounds.headings, bounds.isTaken)
  for (let item = 0; item < end; item++) {
    section = bounds.tableEnds.get(item) ?? section
    const heading = headings.get(item)
    if (heading) {
      // What follows a heading that opens no section stays with the one before it.
      section = heading.section ?? section
      if (heading.rest !== '') add(heading.rest, reading.items[item]!.place)
      item += heading.items - 1
      continue
    }
    const { text, cells, place } = reading.items[item]!
    if (text === PICTURE && section !== null && bounds.lacking.has(section))
      pictures.push({ pointer: `/sections/${section}`, text, place })
    if (reading.noise[item] || bounds.isTaken(item) || text.replace(/\s+/gu, '') === bounds.title) continue
    const isNumber = /^\d{1,4}$/u.test(text)
    const values =
      cells.length > 2 ? cells.filter((cell) => isValue(cell.text, reading.lexicon.placeholders)).length : 0
    if (section !== null && bounds.lacking.has(section) && (isNumber || values >= FEWEST_STRAY)) {
      const found = numbers.get(section) ?? []
      found.push({ pointer: `/sections/${section}`, text, place })
      numbers.set(section, found)
    } else if (!isNumber) add(text, place)
  }
  const stray = [...numbers.values()].filter(
    (found) => found.length >= FEWEST_STRAY || found.some(({ text }) => text.length > 4),
  )
  return { paragraphs, stray: [...stray.flat(), ...pictures] }
}
