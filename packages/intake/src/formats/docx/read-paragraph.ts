import { PICTURE } from '../../model/picture.js'
import { childOf, type XmlElement } from '../xml/create-xml-reader.js'
import type { DocxDocument } from './document.js'
import { settingOf, toggleOf } from './ooxml.js'
import { symbolOf } from './symbol-of.js'
import { eachVisible } from './visible-children.js'

export interface ParagraphContent {
  /** A new page begins at `\f`, a new line at `\n`. */
  readonly text: string
  /** Whether a page was seen to begin with the paragraph when it was last printed. */
  readonly startsPage: boolean
  /** Text boxes, by what they hold. */
  readonly boxes: readonly XmlElement[]
  readonly notes: readonly XmlElement[]
}

/** What a paragraph prints by itself, without its number. */
export const readParagraph = (paragraph: XmlElement, { styles, notes: takeNote }: DocxDocument): ParagraphContent => {
  let text = ''
  let startsPage = false
  let hasPicture = false
  const boxes: XmlElement[] = []
  const notes: XmlElement[] = []
  /** Of each field that is open, whether its instruction goes on. */
  const fields: boolean[] = []
  let instructions = 0
  const style = styles.of(settingOf(childOf(paragraph, 'w:pPr'), 'w:pStyle'))

  const setField = (type: string | undefined) => {
    const isInstruction = type === 'begin'
    if (!isInstruction && fields.pop()) instructions--
    if (type === 'end') return
    fields.push(isInstruction)
    if (isInstruction) instructions++
  }
  const visitRun = (run: XmlElement) => {
    const properties = childOf(run, 'w:rPr')
    const isStruck = toggleOf(properties, 'w:strike') || toggleOf(properties, 'w:dstrike')
    if (properties || style.isHidden) {
      const own = toggleOf(properties, 'w:vanish')
      const ofStyle = settingOf(properties, 'w:rStyle')
      const isHidden = own ?? (ofStyle === undefined ? null : styles.of(ofStyle).isHidden) ?? style.isHidden
      if (isHidden || isStruck) {
        for (const child of run.children) if (child.name === 'w:fldChar') setField(child.attributes['w:fldCharType'])
        return
      }
    }
    const before = text
    let isMark = false
    eachVisible(run, (child) => {
      if (!isMark) isMark = visit(child)
    })
    // A raised mark behind a number is no digit of it.
    const own = text.slice(before.length)
    if (/su(?:per|b)script/u.test(settingOf(properties, 'w:vertAlign') ?? '') && own.trim() !== '')
      text = `${before}(${own})`
  }
  /** Whether what follows in the run is a note's mark. */
  const visit = (element: XmlElement): boolean => {
    const { name, attributes } = element
    switch (name) {
      case 'w:r':
        visitRun(element)
        return false
      case 'w:fldChar':
        setField(attributes['w:fldCharType'])
        return false
      case 'w:txbxContent':
        boxes.push(element)
        return false
      case 'w:instrText':
      case 'w:delText':
        return false
    }
    if (instructions > 0 && element.children.length === 0) return false
    switch (name) {
      case 'w:t':
      case 'm:t':
        text += textIn(element)
        return false
      case 'w:tab':
      case 'w:ptab':
        text += '\t'
        return false
      case 'w:br':
        text += attributes['w:type'] === 'page' ? '\f' : '\n'
        return false
      case 'w:cr':
        text += '\n'
        return false
      case 'w:lastRenderedPageBreak':
        startsPage ||= text === ''
        return false
      case 'w:noBreakHyphen':
        text += '-'
        return false
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        hasPicture = true
        break
      case 'w:sym':
        text += symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? '')
        return false
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const note = takeNote(name, attributes['w:id'])
        if (note) notes.push(note)
        const follows = attributes['w:customMarkFollows']
        return follows === '1' || follows === 'true' || follows === 'on'
      }
    }
    eachVisible(element, visit)
    return false
  }
  eachVisible(paragraph, visit)
  if (hasPicture && boxes.length === 0 && text.trim() === '') text += PICTURE
  return { text, startsPage, boxes, notes }
}

/** Without the white space at its ends that only lays out the XML. */
const textIn = ({ text, attributes }: XmlElement): string => {
  const isKept = attributes['xml:space'] === 'preserve'
  return isKept && !text.includes('\n') ? text : (isKept ? text : trimXml(text)).replace(/[\t\r\n]/gu, ' ')
}

const trimXml = (text: string): string => {
  let start = 0
  let end = text.length
  while (start < end && text.charCodeAt(start) <= 32) start++
  while (end > start && text.charCodeAt(end - 1) <= 32) end--
  return text.slice(start, end)
}
