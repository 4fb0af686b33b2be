import type { Place } from '@gouji/core'
import type { Block } from '../../blocks/block.js'
import type { XmlElement } from '../xml/create-xml-reader.js'
import type { DocxDocument } from './document.js'
import { joinParagraphs } from './join-paragraphs.js'
import { readTable } from './read-table.js'
import { eachVisible } from './visible-children.js'

/** The blocks of the document's body, in their order; each note after the paragraph or the table that refers to it. */
export const readStory = (main: XmlElement, document: DocxDocument): readonly Block[] => {
  let paragraphs = 0
  return readBlocks(main, document, () => ({ paragraph: ++paragraphs }))
}

/**
 * What an element holds. Notes go to `notes` where they are given, for what holds the element to print them after
 * itself. `nextPlace` is asked once for each paragraph that is printed, in their order.
 */
const readBlocks = (
  holder: XmlElement,
  document: DocxDocument,
  nextPlace: () => Place,
  notes?: XmlElement[],
): readonly Block[] => {
  const blocks: Block[] = []
  const paragraphs = joinParagraphs(document, (paragraph) => {
    const place = nextPlace()
    paragraph.text.split('\f').forEach((text, page) => {
      const startsPage = page > 0 || paragraph.startsPage
      blocks.push({ kind: 'paragraph', text, place, ...(startsPage && { startsPage }) })
    })
    for (const box of paragraph.boxes)
      for (const block of readBlocks(box, document, () => place, paragraph.notes)) blocks.push(block)
    addNotes(paragraph.notes, place)
  })
  const addNotes = (all: readonly XmlElement[], place: Place) => {
    for (const note of all) {
      if (notes) notes.push(note)
      // What a note refers to itself is left out: notes do not stand in one another.
      else for (const block of readBlocks(note, document, () => place, [])) blocks.push(block)
    }
  }
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:p') paragraphs.add(element)
    else if (element.name === 'w:tbl') {
      paragraphs.end()
      const held: XmlElement[] = []
      blocks.push(readTable(element, (cell) => readBlocks(cell, document, () => ({}), held)))
      addNotes(held, {})
    } else eachVisible(element, visit)
  }
  eachVisible(holder, visit)
  paragraphs.end()
  return blocks
}
