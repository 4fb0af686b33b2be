import type { Limits } from '../../limits.js'
import { documentPath, folderOf, openPackage, readRoot } from '../ooxml/open-package.js'
import type { XmlElement } from '../xml/create-xml-reader.js'
import { LEFT_OUT, NAMESPACES } from './ooxml.js'

/** The parts of a Word document that its text is read from. */
export interface DocxParts {
  readonly main: XmlElement
  /** The part that the main one names by this kind of relationship: `styles`, `numbering`, `footnotes`, `endnotes`. */
  readonly related: (kind: string) => XmlElement | undefined
}

/** Throws IntakeError `DAMAGED` where the archive holds no such document. */
export const openDocx = (bytes: Uint8Array, limits: Limits): DocxParts => {
  const parts = openPackage(bytes, limits, { namespaces: NAMESPACES, leftOut: LEFT_OUT })
  const path = documentPath(parts, 'word/document.xml')
  const main = readRoot(parts, path, 'w:document')
  const targets = new Map(parts.relationsOf(path).map((relation) => [relation.kind, relation.path]))
  return { main, related: (kind) => parts.read(targets.get(kind) ?? `${folderOf(path)}${kind}.xml`) }
}
