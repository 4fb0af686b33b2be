import type { JsonFault } from './json-fault.js'

/** A text that is no JSON, with the place of its first fault. */
export class JsonSyntaxError extends SyntaxError {
  readonly code = 'JSON_SYNTAX'
  readonly fault: JsonFault
  constructor(fault: JsonFault, options?: ErrorOptions) {
    super(`JSON syntax error at line ${fault.line}, column ${fault.column}`, options)
    this.name = 'JsonSyntaxError'
    this.fault = fault
  }
}

/** The value of a JSON text. Throws JsonSyntaxError. */
export const parseJson = async (text: string): Promise<unknown> => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const { findJsonFault } = await import('./json-fault.js')
    throw new JsonSyntaxError(findJsonFault(text), { cause })
  }
}
