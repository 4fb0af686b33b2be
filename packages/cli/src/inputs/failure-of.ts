import type { Failure } from '@gouji/core'
import { failureText, type Lang } from '@gouji/reporters'
import { complain } from '../output/standard-output.js'
import { InputError } from './input-error.js'

/** What a result says of an input that could not be read; anything but an InputError is a reader that broke. */
export const failureOf = (error: unknown, path: string, lang: Lang): Failure => {
  const known = error instanceof InputError ? error : broken(error)
  const { line, column } = known.details
  return {
    path,
    code: known.code,
    message: failureText(known.code, lang, known.details),
    ...(line === undefined ? {} : { place: { line, ...(column === undefined ? {} : { column }) } }),
  }
}

const broken = (error: unknown): InputError => {
  if (process.env.GOUJI_DEBUG === '1') complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return new InputError('READER_BROKE', { detail: error instanceof Error ? error.message : String(error) })
}
