import type { Place } from '@gouji/core'
import type { Limits } from './limits.js'

export type IntakeErrorCode =
  | 'EMPTY'
  | 'BINARY'
  | 'ENCODING'
  | 'NOT_A_REPORT'
  | 'TOO_LARGE'
  /** A password is asked for. */
  | 'ENCRYPTED'
  /** Cut off, or not what its first bytes say it is. */
  | 'DAMAGED'
  /** A known format that is not read; `detail` names it. */
  | 'UNSUPPORTED'
  /** Pages that are pictures, and nothing else. */
  | 'NO_TEXT'

/** A document that cannot be read as a report. The message is one English sentence; the code says what to do next. */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode
  readonly place?: Place
  /** Of TOO_LARGE. */
  readonly limit?: keyof Limits
  /** The format or the part that the code speaks of. */
  readonly detail?: string

  constructor(
    code: IntakeErrorCode,
    message: string,
    {
      place,
      limit,
      detail,
      ...options
    }: ErrorOptions & {
      readonly place?: Place
      readonly limit?: keyof Limits
      readonly detail?: string
    } = {},
  ) {
    super(message, options)
    this.name = 'IntakeError'
    this.code = code
    if (place) this.place = place
    if (limit) this.limit = limit
    if (detail !== undefined) this.detail = detail
  }
}

/** What is past a limit. */
export const tooLarge = (limit: keyof Limits, most: number): IntakeError =>
  new IntakeError('TOO_LARGE', `The document has more than ${most} ${limit}.`, { limit })
