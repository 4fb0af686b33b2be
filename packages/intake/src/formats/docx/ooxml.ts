import type { XmlElement } from '../xml/create-xml-reader.js'
import { childOf } from '../xml/create-xml-reader.js'
import type { Namespaces } from '../xml/namespaces.js'

const TRANSITIONAL = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'

/** Of both kinds of OOXML, transitional and strict. */
export const NAMESPACES: Namespaces = new Map([
  [`${TRANSITIONAL}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${TRANSITIONAL}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${TRANSITIONAL}/markup-compatibility/2006`, 'mc'],
])

/** How text looks, and other things often met that are never asked for. */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  [
    ...['b', 'bCs', 'bookmarkEnd', 'bookmarkStart', 'color', 'ind', 'jc', 'kern', 'lang', 'latentStyles', 'proofErr'],
    ...['pBdr', 'rFonts', 'rsids', 'shd', 'snapToGrid', 'spacing', 'sz', 'szCs', 'tabs', 'tblBorders', 'tblCellMar'],
    ...['tblGrid', 'tblPr', 'tblW', 'tcBorders', 'tcMar', 'tcW', 'u', 'vAlign', 'widowControl'],
  ].map((name) => `w:${name}`),
)

/** The `w:val` of the element's child of the name. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val']

/** A whole number as written in an attribute, `null` where it is none. */
export const numberIn = (text: string | undefined): number | null => {
  const number = Number(text)
  return text === undefined || text === '' || !Number.isSafeInteger(number) ? null : number
}

/** A property that is on where it stands and does not say it is off; `null` where it does not stand. */
export const toggleOf = (properties: XmlElement | undefined, name: string): boolean | null => {
  const property = childOf(properties, name)
  if (!property) return null
  const value = property.attributes['w:val']
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none'
}
