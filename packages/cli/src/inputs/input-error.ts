import type { FailureCode, FailureDetails } from '@gouji/reporters'

/** An input that cannot be read as a report. Its sentence is made where it is shown. */
export class InputError extends Error {
  readonly code: FailureCode
  readonly details: FailureDetails
  constructor(code: FailureCode, details: FailureDetails = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'InputError'
    this.code = code
    this.details = details
  }
}
