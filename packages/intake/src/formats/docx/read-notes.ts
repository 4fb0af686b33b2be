import type { XmlElement } from '../xml/create-xml-reader.js'

/** Takes the note that a reference of this kind refers to; each is taken once. */
export type Notes = (reference: string, id: string | undefined) => XmlElement | undefined

/** The footnotes and endnotes of a document, without the lines that part them from the text. */
export const readNotes = (footnotes: XmlElement | undefined, endnotes: XmlElement | undefined): Notes => {
  const kinds = new Map([
    ['w:footnoteReference', byId(footnotes)],
    ['w:endnoteReference', byId(endnotes)],
  ])
  return (reference, id = '') => {
    const notes = kinds.get(reference)
    const note = notes?.get(id)
    notes?.delete(id)
    return note
  }
}

const byId = (part: XmlElement | undefined): Map<string, XmlElement> =>
  new Map(
    (part?.children ?? [])
      .filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal')
      .map((note) => [note.attributes['w:id'] ?? '', note]),
  )
