import { IntakeError } from '../../intake-error.js'
import type { Limits } from '../../limits.js'
import { createXmlReader, type XmlElement } from '../xml/create-xml-reader.js'
import { type Archive, openZip } from '../zip/open-zip.js'
import { LEFT_OUT, NAMESPACES } from './ooxml.js'

/** The parts of a Word document that its text is read from. */
export interface DocxParts {
  readonly main: XmlElement
  /** The part that the main one names by this kind of relationship: `styles`, `numbering`, `footnotes`, `endnotes`. */
  readonly related: (kind: string) => XmlElement | undefined
}

/** Throws IntakeError `DAMAGED` where the archive holds no such document. */
export const openDocx = (bytes: Uint8Array, limits: Limits): DocxParts => {
  const archive = openZip(bytes, limits)
  const readXml = createXmlReader(NAMESPACES, LEFT_OUT, limits)
  const read = (path: string): XmlElement | undefined => {
    const part = archive.read(path)
    return part ? readXml(part) : undefined
  }
  const path = targetsOf(archive, read, '').get('officeDocument') ?? 'word/document.xml'
  const main = read(path)
  if (main?.name !== 'w:document') throw new IntakeError('DAMAGED', 'The archive holds no Word document.')
  const targets = targetsOf(archive, read, path)
  const folder = folderOf(path)
  return { main, related: (kind) => read(targets.get(kind) ?? `${folder}${kind}.xml`) }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** By the last word of its kind, each part that the part names (the archive itself, where the path is empty). */
const targetsOf = (
  archive: Archive,
  read: (path: string) => XmlElement | undefined,
  path: string,
): ReadonlyMap<string, string> => {
  const folder = folderOf(path)
  const targets = new Map<string, string>()
  for (const { attributes } of read(`${folder}_rels/${path.slice(folder.length)}.rels`)?.children ?? []) {
    const { Type: type = '', Target: target = '', TargetMode: mode } = attributes
    const found = resolvePath(folder, target)
    if (mode !== 'External' && archive.names.includes(found.toLowerCase()))
      targets.set(type.slice(type.lastIndexOf('/') + 1), found)
  }
  return targets
}

/** A target as the name of an entry: from the root, or from the folder of the part that names it. */
const resolvePath = (folder: string, target: string): string => {
  const names: string[] = []
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}
