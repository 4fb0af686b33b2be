import { IntakeError } from '../../intake-error.js'
import type { Limits } from '../../limits.js'
import { documentPath, folderOf, openPackage, readRoot } from '../ooxml/open-package.js'
import { childOf, type XmlElement } from '../xml/create-xml-reader.js'
import type { Namespaces } from '../xml/namespaces.js'
import { formatsOf } from './number-formats.js'

/** A workbook's sheets that are not hidden, in order, and what their cells refer to. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly root: XmlElement }[]
  readonly strings: readonly string[]
  /** The number format of each style. */
  readonly formats: readonly string[]
  /** Whether its days are counted from 1904. */
  readonly is1904: boolean
}

const OOXML = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'

const NAMESPACES: Namespaces = new Map([
  [`${OOXML}/spreadsheetml/2006/main`, 's'],
  [`${STRICT}/spreadsheetml/main`, 's'],
  [`${OOXML}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
])

/** How cells look, how their text is pronounced, and what is never asked for. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  [
    ...['borders', 'cellStyles', 'cellStyleXfs', 'colors', 'conditionalFormatting', 'dataValidations', 'dxfs'],
    ...['extLst', 'fills', 'fonts', 'phoneticPr', 'rPh', 'tableStyles', 'alignment', 'protection'],
  ].map((name) => `s:${name}`),
)

/** Throws IntakeError `DAMAGED` where the archive holds no workbook, or lacks one of its sheets. */
export const openXlsx = (bytes: Uint8Array, limits: Limits): Workbook => {
  const parts = openPackage(bytes, limits, { namespaces: NAMESPACES, leftOut: LEFT_OUT })
  const path = documentPath(parts, 'xl/workbook.xml')
  const workbook = readRoot(parts, path, 's:workbook')
  const relations = parts.relationsOf(path)
  const related = (kind: string) =>
    parts.read(relations.find((relation) => relation.kind === kind)?.path ?? `${folderOf(path)}${kind}.xml`)
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const sheets = (childOf(workbook, 's:sheets')?.children ?? []).flatMap(({ attributes }) => {
    const { name = '', state = 'visible', 'r:id': id = '' } = attributes
    const relation = byId.get(id)
    if (!relation) throw new IntakeError('DAMAGED', `The workbook lacks its sheet ${name}.`)
    if (state !== 'visible' || relation.kind !== 'worksheet') return []
    return [{ name, root: readRoot(parts, relation.path, 's:worksheet') }]
  })
  const is1904 = childOf(workbook, 's:workbookPr')?.attributes.date1904 ?? '0'
  return {
    sheets,
    strings: (related('sharedStrings')?.children ?? []).map(richText),
    formats: formatsOf(related('styles')),
    is1904: is1904 !== '0' && is1904 !== 'false',
  }
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/gu

/** The text of a string whose runs may look different: without what is struck out, raised marks in brackets. */
export const richText = ({ children }: XmlElement): string =>
  children
    .map((child) => (child.name === 's:r' ? runText(child) : child.name === 's:t' ? unescaped(child.text) : ''))
    .join('')

const runText = (run: XmlElement): string => {
  const properties = childOf(run, 's:rPr')
  const settingOf = (name: string) => properties && childOf(properties, name)?.attributes
  const text = run.children.map(({ name, text: own }) => (name === 's:t' ? unescaped(own) : '')).join('')
  const struck = settingOf('s:strike')
  if (struck && !/^(?:0|false)$/u.test(struck.val ?? '')) return ''
  return /su(?:per|b)script/u.test(settingOf('s:vertAlign')?.val ?? '') && text.trim() !== '' ? `(${text})` : text
}

/** Characters that XML would lose are written _x000D_; a line ends in `\n`. */
export const unescaped = (text: string): string =>
  text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/gu, '\n')
