import type { Place } from '@gouji/core'

export type IntakeErrorCode = 'EMPTY' | 'BINARY' | 'ENCODING' | 'NOT_A_REPORT' | 'TOO_LARGE'

/** A document that cannot be read as a report. The message is one English sentence; the code says what to do next. */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode
  readonly place?: Place

  constructor(code: IntakeErrorCode, message: string, options: ErrorOptions & { place?: Place } = {}) {
    super(message, options)
    this.name = 'IntakeError'
    this.code = code
    if (options.place) this.place = options.place
  }
}
