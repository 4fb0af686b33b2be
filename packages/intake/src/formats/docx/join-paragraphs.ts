import { childOf, type XmlElement } from '../xml/create-xml-reader.js'
import type { DocxDocument } from './document.js'
import { numberIn, settingOf, toggleOf } from './ooxml.js'
import { readParagraph } from './read-paragraph.js'
import type { Style } from './read-styles.js'

/** A paragraph as it is printed, its number before its text. */
export interface PrintedParagraph {
  text: string
  startsPage: boolean
  readonly boxes: XmlElement[]
  readonly notes: XmlElement[]
}

/** Takes paragraphs one by one, and hands on those that are printed: one whose mark is deleted or hidden goes on in the next. */
export const joinParagraphs = (document: DocxDocument, print: (paragraph: PrintedParagraph) => void) => {
  let open: PrintedParagraph | null = null
  const add = (paragraph: XmlElement): void => {
    const properties = childOf(paragraph, 'w:pPr')
    const mark = childOf(properties, 'w:rPr')
    const style = document.styles.of(settingOf(properties, 'w:pStyle'))
    const { text, startsPage, boxes, notes } = readParagraph(paragraph, document)
    const isDeleted = childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined
    const isHidden = toggleOf(mark, 'w:vanish') ?? style.isHidden === true
    const isPrinted = !isDeleted && (!isHidden || text !== '')
    const label = isPrinted ? labelOf(properties, style, document) : ''
    const all: PrintedParagraph = open ?? { text: '', startsPage: false, boxes: [], notes: [] }
    all.startsPage ||= startsPage || (toggleOf(properties, 'w:pageBreakBefore') ?? style.startsPage === true)
    all.text = open && !isHidden ? label + all.text + text : all.text + label + text
    for (const box of boxes) all.boxes.push(box)
    for (const note of notes) all.notes.push(note)
    open = all
    if (!isDeleted && !isHidden) end()
  }
  const end = (): void => {
    if (open) print(open)
    open = null
  }
  return { add, end }
}

const labelOf = (properties: XmlElement | undefined, style: Style, { lists, countList }: DocxDocument): string => {
  const own = childOf(properties, 'w:numPr')
  const list = numberIn(settingOf(own, 'w:numId')) ?? style.list
  if (list === null || list === 0) return ''
  const ofStyle = lists.get(list)?.levelOfStyle.get(settingOf(properties, 'w:pStyle') ?? '')
  return countList({ list, level: numberIn(settingOf(own, 'w:ilvl')) ?? ofStyle ?? style.level ?? 0 })
}
