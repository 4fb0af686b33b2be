import { cleanText } from '../message/clean-text.js'
import { inertLine } from '../message/inert-line.js'
import { wellFormed } from '../message/well-formed.js'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The text as XML shows it, on one line: no markup, nothing that XML forbids. */
export const xmlText = (text: string): string =>
  inertLine(wellFormed(cleanText(text)))
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!)

/** An element; `content` is XML already. */
export const xmlElement = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): string => {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
  return content === '' ? `<${name}${list.join('')}/>\n` : `<${name}${list.join('')}>${content}</${name}>\n`
}

/** Lines of text within an element. */
export const xmlLines = (lines: readonly string[]): string => lines.map(xmlText).join('\n')
