import type { Failure } from '@gouji/core'
import type { Lang } from '@gouji/reporters'
import { failureOf } from '../inputs/failure-of.js'
import type { Input } from '../inputs/input.js'
import { OutputError } from '../output/output-error.js'
import { startProgress } from '../output/progress.js'
import type { DocumentReader, ReadInput } from './document-reader.js'
import { readInOrder } from './read-in-order.js'

/** What is done with each input, in order. */
export interface Visit {
  /** `quiet` takes the progress line away, and is called before anything is written. */
  report(path: string, read: ReadInput, quiet: () => void): void | Promise<void>
  failure(failure: Failure): void | Promise<void>
}

/**
 * Reads every input and visits it; one that cannot be read does not stop the others.
 * Closes the reader. Rejects with OutputError alone.
 */
export const eachReport = async (
  inputs: readonly Input[],
  reader: DocumentReader,
  lang: Lang,
  visit: Visit,
): Promise<{ readonly failures: number; readonly broke: boolean }> => {
  const progress = startProgress(inputs.length, lang)
  let done = 0
  let failures = 0
  let broke = false
  try {
    for await (const { path, read } of readInOrder(inputs, reader)) {
      progress.tell(done++)
      try {
        await visit.report(path, await read, progress.clear)
      } catch (error) {
        if (error instanceof OutputError) throw error
        const failure = failureOf(error, path, lang)
        if (failure.code === 'READER_BROKE') broke = true
        failures++
        progress.clear()
        await visit.failure(failure)
      }
    }
  } finally {
    progress.clear()
    await reader.close()
  }
  return { failures, broke }
}
