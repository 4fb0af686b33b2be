import { cleanText } from '../message/clean-text.js'
import { inertLine } from '../message/inert-line.js'
import { wellFormed } from '../message/well-formed.js'

/** A line by which GitHub's runner shows an annotation. Nothing in its texts is obeyed. */
export const workflowCommand = (
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string => {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined)
  const list = given.map(([key, value]) => `${key}=${propertyText(String(value))}`).join(',')
  return `::${name}${list === '' ? '' : ` ${list}`}::${dataText(message)}\n`
}

const dataText = (text: string): string => inertLine(wellFormed(cleanText(text))).replaceAll('%', '%25')

const propertyText = (text: string): string => dataText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
