import type { Block } from '../../blocks/block.js'
import { tooLarge } from '../../intake-error.js'
import type { HtmlElement } from './html-tree.js'
import type { PageReading } from './page-reading.js'
import { createParagraphs, linesIn, type Paragraphs } from './paragraphs.js'
import { readGrid } from './read-grid.js'
import { shownAs } from './shown-as.js'

/** What an element prints, as blocks. Throws IntakeError `TOO_LARGE`. */
export const readBlocks = (page: PageReading, element: HtmlElement, depth: number): readonly Block[] => {
  const paragraphs = createParagraphs(page.placeAt)
  readChildren(page, element, paragraphs, depth)
  paragraphs.endParagraph()
  return paragraphs.blocks
}

const readChildren = (page: PageReading, element: HtmlElement, paragraphs: Paragraphs, depth: number): void => {
  // The parser may repair misnested elements into a tree that is deeper than the elements that were open.
  if (depth > page.limits.depth) throw tooLarge('depth', page.limits.depth)
  for (const child of element.children) {
    if (child.name === null) paragraphs.addText(child.text, child.offset)
    else readElement(page, child, paragraphs, depth + 1)
  }
}

const readElement = (page: PageReading, element: HtmlElement, paragraphs: Paragraphs, depth: number): void => {
  const shown = shownAs(element)
  if (shown === 'nothing' || isPageFooter(element)) return
  if (shown === 'picture') {
    if (!isSpacer(element)) paragraphs.addPicture(element.offset)
    return
  }
  const isInline = shown === 'inline' || shown === 'field' || shown === 'mark'
  if (!isInline) paragraphs.endParagraph()
  if (shown === 'field') readField(element, paragraphs)
  else if (shown === 'mark') readMark(page, element, paragraphs, depth)
  else if (shown === 'table') readTable(page, element, paragraphs, depth)
  else readChildren(page, element, shown === 'pre' ? linesIn(paragraphs) : paragraphs, depth)
  if (!isInline) paragraphs.endParagraph()
}

const readTable = (page: PageReading, table: HtmlElement, paragraphs: Paragraphs, depth: number): void => {
  const read = (element: HtmlElement) => readBlocks(page, element, depth + 1)
  for (const block of readGrid(page, table, read)) paragraphs.addBlock(block)
}

/** A footnote's mark is put in brackets: behind a number it is no digit of it. */
const readMark = (page: PageReading, mark: HtmlElement, paragraphs: Paragraphs, depth: number): void => {
  for (const block of readBlocks(page, mark, depth))
    if (block.kind === 'paragraph') paragraphs.addText(`(${block.text})`, mark.offset)
}

/** What was filled in; of buttons and of what is not shown nothing. */
const readField = ({ name, attributes, children, offset }: HtmlElement, paragraphs: Paragraphs): void => {
  const { type = 'text', value = '' } = attributes
  if (name === 'input' && /^(?:text|number|tel)$/i.test(type.trim())) paragraphs.addText(` ${value} `, offset)
  if (name === 'textarea') for (const child of children) if (child.name === null) paragraphs.addText(child.text, offset)
}

/** A picture of a point or two parts what stands beside it. */
const isSpacer = ({ attributes: { width = '', height = '' } }: HtmlElement): boolean =>
  [width, height].some((size) => /^\s*[0-3](?:px)?\s*$/.test(size))

/** One that is no part of an article. */
const isPageFooter = ({ name, parent }: HtmlElement): boolean => {
  if (name !== 'footer') return false
  for (let above = parent; above; above = above.parent)
    if (above.name === 'article' || above.name === 'main') return false
  return true
}
