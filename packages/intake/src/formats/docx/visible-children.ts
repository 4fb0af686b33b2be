import type { XmlElement } from '../xml/create-xml-reader.js'

/** Deleted or moved away, properties, and what is said beside the text and not in it. */
const UNREAD: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:sectPr',
  'w:rt',
])

/** Prefixes of what Word, or a reader of text, understands. */
const UNDERSTOOD = /^(?:w\d*\w*|wp\w*|a14|m|v)$/u

/** Calls `visit` for each child that is printed; of alternatives for the children of the one that is chosen. */
export const eachVisible = (element: XmlElement, visit: (child: XmlElement) => void): void => {
  for (const child of element.children) {
    if (UNREAD.has(child.name)) continue
    if (child.name !== 'mc:AlternateContent') visit(child)
    else {
      const chosen = chooseAlternative(child)
      if (chosen) eachVisible(chosen, visit)
    }
  }
}

const chooseAlternative = ({ children }: XmlElement): XmlElement | undefined =>
  children.find(
    ({ name, attributes }) =>
      name === 'mc:Choice' && (attributes.Requires ?? '').split(/\s+/u).every((prefix) => UNDERSTOOD.test(prefix)),
  ) ?? children.find(({ name }) => name === 'mc:Fallback')
