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
 * Reads the XML parts of one document, whose elements count together. Throws IntakeError `DAMAGED` for what is not well
 * formed or has a DOCTYPE (so that there are no entities), `TOO_LARGE` past the limits of elements and depth.
 */
export const createXmlReader = (namespaces: Namespaces, limits: Limits): XmlReader => {
  let elements = 0
  return (bytes) => {
    const text = decodeXml(bytes)
    const root: Open = { name: '', attributes: {}, children: [], text: '' }
    const open = [root]
    const scopes = [OPEN]
    const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false, position: false } as { xmlns: false })
    parser.on('doctype', () => {
      throw new IntakeError('DAMAGED', 'The XML has a DOCTYPE.')
    })
    parser.on('error', (cause) => {
      throw new IntakeError('DAMAGED', 'The XML is not well formed.', { cause })
    })
    parser.on('opentag', ({ name, attributes }) => {
      if (++elements > limits.elements) throw tooLarge('elements', limits.elements)
      if (open.length > limits.depth) throw tooLarge('depth', limits.depth)
      const scope = scopeWithin(scopes.at(-1)!, attributes, namespaces)
      const element = {
        name: knownName(name, scope),
        attributes: knownAttributes(attributes, scope),
        children: NONE,
        text: '',
      }
      const parent = open.at(-1)!
      if (parent.children === NONE) parent.children = [element]
      else parent.children.push(element)
      open.push(element)
      scopes.push(scope)
    })
    parser.on('closetag', () => {
      open.pop()
      scopes.pop()
    })
    const addText = (more: string) => {
      open.at(-1)!.text += more
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
