import { SaxesParser } from 'saxes'
import { IntakeError, tooLarge } from '../../intake-error.js'
import type { Limits } from '../../limits.js'
import { decodeXml } from './decode-xml.js'
import { type Attributes, knownAttributes, knownName, type Namespaces, OPEN, scopeWithin } from './namespaces.js'

/** An element of a document in which texts stand in elements of their own, with nothing beside them. */
export interface XmlElement {
  /** With the prefix by which its namespace is known here, whatever the document's. */
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly XmlElement[]
  readonly text: string
}

export type XmlReader = (bytes: Uint8Array) => XmlElement

interface Open extends XmlElement {
  children: Open[]
  text: string
}

const NONE: Open[] = []

/**
 * Reads the XML parts of one document, whose elements count together; elements of the names `leftOut` are not kept, nor
 * what they hold. Throws IntakeError `DAMAGED` for what is not well formed or has a DOCTYPE (so that there are no
 * entities), `TOO_LARGE` past the limits of elements and depth.
 */
export const createXmlReader = (namespaces: Namespaces, leftOut: ReadonlySet<string>, limits: Limits): XmlReader => {
  let elements = 0
  return (bytes) => {
    const text = decodeXml(bytes)
    const root: Open = { name: '', attributes: {}, children: [], text: '' }
    const open = [root]
    const scopes = [OPEN]
    /** How many elements are open in one that is left out, itself among them. */
    let within = 0
    let declares = true
    const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false, position: false } as { xmlns: false })
    parser.on('doctype', () => {
      throw new IntakeError('DAMAGED', 'The XML has a DOCTYPE.')
    })
    parser.on('error', (cause) => {
      throw new IntakeError('DAMAGED', 'The XML is not well formed.', { cause })
    })
    parser.on('opentag', ({ name, attributes }) => {
      if (++elements > limits.elements) throw tooLarge('elements', limits.elements)
      if (open.length + within > limits.depth) throw tooLarge('depth', limits.depth)
      const above = scopes[scopes.length - 1]!
      if (within > 0 || leftOut.has(knownName(name, above))) {
        within++
        return
      }
      const scope = declares ? scopeWithin(above, attributes, namespaces) : above
      // Most documents declare all in their first element: the others are not searched.
      if (open.length === 1) declares = text.includes('xmlns', parser.position)
      const element = {
        name: knownName(name, scope),
        attributes: knownAttributes(attributes, scope),
        children: NONE,
        text: '',
      }
      const parent = open[open.length - 1]!
      if (parent.children === NONE) parent.children = [element]
      else parent.children.push(element)
      open.push(element)
      scopes.push(scope)
    })
    parser.on('closetag', () => {
      if (within > 0) within--
      else {
        open.pop()
        scopes.pop()
      }
    })
    const addText = (more: string) => {
      if (within === 0) open[open.length - 1]!.text += more
    }
    parser.on('text', addText)
    parser.on('cdata', addText)
    parser.write(text).close()
    return root.children[0]!
  }
}

/** The first child of the name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
  if (element) for (const child of element.children) if (child.name === name) return child
  return undefined
}
