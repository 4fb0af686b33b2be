import type { Place } from '@gouji/core'
import type { Block } from '../../blocks/block.js'
import { PICTURE } from '../../model/picture.js'

/** Collects blocks: texts in one line make a paragraph, until it ends. */
export interface Paragraphs {
  readonly blocks: readonly Block[]
  /** A text of the source, and where it begins. */
  readonly addText: (text: string, offset: number) => void
  /** Something that is shown and has no text. It counts where no text stands in its line. */
  readonly addPicture: (offset: number) => void
  readonly endParagraph: () => void
  readonly addBlock: (block: Block) => void
}

export const createParagraphs = (placeAt: (offset: number) => Place): Paragraphs => {
  const blocks: Block[] = []
  let text = ''
  let start = -1
  let picture = -1
  const endParagraph = () => {
    if (start >= 0) blocks.push({ kind: 'paragraph', text: asShown(text), place: placeAt(start) })
    else if (picture >= 0) blocks.push({ kind: 'paragraph', text: PICTURE, place: placeAt(picture) })
    picture = -1
    text = ''
    start = -1
  }
  return {
    blocks,
    addText: (more, offset) => {
      if (start < 0 && /\S/u.test(more)) start = offset
      if (start >= 0) text += more
    },
    addPicture: (offset) => {
      picture = offset
    },
    endParagraph,
    addBlock: (block) => {
      endParagraph()
      blocks.push(block)
    },
  }
}

/** The same, where every line of a text is a paragraph and its spaces are shown. */
export const linesIn = (paragraphs: Paragraphs): Paragraphs => ({
  ...paragraphs,
  addText: (text, offset) => {
    for (const { 0: line, index } of text.matchAll(/[^\n]+|\n/gu))
      if (line === '\n') paragraphs.endParagraph()
      else paragraphs.addText(line.replaceAll(' ', '\u00A0'), offset + index)
  },
})

/** A line of the source that breaks between characters written without spaces. */
const BROKEN_LINE =
  /(?<=[\p{Script=Han}，。、；：？！（）《》“”])[ \t\f\r]*\n[ \t\n\f\r]*(?=[\p{Script=Han}，。、；：？！（）《》“”])/gu
const SPACES = /[ \t\n\f\r]+/gu

const asShown = (text: string): string => {
  const whole = text.trim()
  if (!/\s/u.test(whole)) return whole
  const joined = whole.includes('\n') ? whole.replace(BROKEN_LINE, '') : whole
  return joined.replace(SPACES, ' ').replaceAll('\u00A0', ' ')
}
