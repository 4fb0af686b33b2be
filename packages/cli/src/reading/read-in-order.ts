import type { Input } from '../inputs/input.js'
import { InputError } from '../inputs/input-error.js'
import type { DocumentReader, ReadInput } from './document-reader.js'

/** How many inputs are read while an earlier one is judged: enough for every thread, and few in the memory. */
const AHEAD = 8

/** An input, and the report that it is or will be. */
export interface InOrder {
  readonly path: string
  /** Rejects with what `failureOf` takes. */
  readonly read: Promise<ReadInput>
}

/** The inputs in their order, some of them read ahead. */
export const readInOrder = async function* (inputs: readonly Input[], reader: DocumentReader): AsyncGenerator<InOrder> {
  const ahead: InOrder[] = []
  for (const { path, missing, detail } of inputs) {
    const read =
      missing === undefined
        ? reader.read(path)
        : Promise.reject(new InputError(missing, detail === undefined ? {} : { detail }))
    // It is told when it is its turn.
    read.catch(() => {})
    ahead.push({ path, read })
    if (ahead.length > AHEAD) yield ahead.shift()!
  }
  yield* ahead
}
