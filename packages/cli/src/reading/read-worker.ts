import type { Form, Place, Report } from '@gouji/core'
import { type Given, IntakeError, type IntakeErrorCode, type Limits, readDocument } from '@gouji/intake'
import { Tinypool } from 'tinypool'

/** What every document of a run is read by. */
export interface WorkerSetup {
  readonly forms: readonly Form[]
  readonly given: Given
  readonly limits: Limits
}

export interface WorkerTask {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The report, or why it is none: of an error only the message would come back. */
export type WorkerAnswer = { readonly report: Report; readonly mediaType: string } | { readonly refusal: Refusal }

export interface Refusal {
  readonly code: IntakeErrorCode
  readonly message: string
  readonly place: Place | undefined
  readonly limit: keyof Limits | undefined
  readonly detail: string | undefined
}

// pdfjs asks for pages before they are needed and leaves it unheard where one fails: whoever needs it is told again.
process.on('unhandledRejection', () => {})

const { forms, given, limits } = Tinypool.workerData as WorkerSetup

/** Reads one document, in a thread of its own. */
const read = async (task: WorkerTask): Promise<WorkerAnswer> => {
  try {
    return await readDocument(task, { forms, given, limits })
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    const { code, message, place, limit, detail } = error
    return { refusal: { code, message, place, limit, detail } }
  }
}

export default read
