import { IntakeError } from '../../intake-error.js'
import type { Limits } from '../../limits.js'
import { createXmlReader, type XmlElement } from '../xml/create-xml-reader.js'
import type { Namespaces } from '../xml/namespaces.js'
import { openZip } from '../zip/open-zip.js'

/** What a part names another by. */
export interface Relation {
  readonly id: string
  /** The last word of its kind: `officeDocument`, `styles`, `worksheet`. */
  readonly kind: string
  /** The other part's path, which the package has. */
  readonly path: string
}

/** An office document's parts, of which nothing is read before it is asked for. */
export interface OoxmlPackage {
  /** Undefined where there is none. Throws IntakeError `DAMAGED` where it is no XML. */
  readonly read: (path: string) => XmlElement | undefined
  /** What the part names, or the package itself, where the path is empty. */
  readonly relationsOf: (path: string) => readonly Relation[]
}

/** Throws IntakeError as `openZip` does. All parts' elements count together. */
export const openPackage = (
  bytes: Uint8Array,
  limits: Limits,
  { namespaces, leftOut }: { readonly namespaces: Namespaces; readonly leftOut: ReadonlySet<string> },
): OoxmlPackage => {
  const archive = openZip(bytes, limits)
  const readXml = createXmlReader(namespaces, leftOut, limits)
  const names = new Set(archive.names)
  const read: OoxmlPackage['read'] = (path) => {
    const part = archive.read(path)
    return part ? readXml(part) : undefined
  }
  const relationsOf: OoxmlPackage['relationsOf'] = (path) => {
    const folder = folderOf(path)
    const all = read(`${folder}_rels/${path.slice(folder.length)}.rels`)?.children ?? []
    return all.flatMap(({ attributes }) => {
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes
      const found = resolvePath(folder, target)
      if (mode === 'External' || !names.has(found.toLowerCase())) return []
      return [{ id, kind: type.slice(type.lastIndexOf('/') + 1), path: found }]
    })
  }
  return { read, relationsOf }
}

/** The path of the document in the package; `otherwise` where it names none. */
export const documentPath = ({ relationsOf }: OoxmlPackage, otherwise: string): string =>
  relationsOf('').findLast(({ kind }) => kind === 'officeDocument')?.path ?? otherwise

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** The part, of which the root must be so called. Throws IntakeError `DAMAGED`. */
export const readRoot = ({ read }: OoxmlPackage, path: string, name: string): XmlElement => {
  const root = read(path)
  if (root?.name !== name) throw new IntakeError('DAMAGED', `The archive holds no ${name} at ${path}.`)
  return root
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
