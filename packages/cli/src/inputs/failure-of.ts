import { type Failure, PackError } from '@gouji/core'
import { failureText, type Lang } from '@gouji/reporters'
import { complain } from '../output/standard-output.js'
import { InputError } from './input-error.js'

/** What a result says of an input that could not be read or that no one pack judges; anything else is a reader that broke. */
export const failureOf = (error: unknown, path: string, lang: Lang): Failure => {
  const known = error instanceof InputError ? error : (unrelated(error) ?? broken(error))
  const { line, column } = known.details
  return {
    path,
    code: known.code,
    message: failureText(known.code, lang, known.details),
    ...(line === undefined ? {} : { place: { line, ...(column === undefined ? {} : { column }) } }),
  }
}

const unrelated = (error: unknown): InputError | null => {
  const problem = error instanceof PackError ? error.problems.find(({ code }) => code === 'UNRELATED') : undefined
  return problem ? new InputError('PACKS_UNRELATED', { detail: (error as PackError).pack }, { cause: error }) : null
}

const broken = (error: unknown): InputError => {
  if (process.env.GOUJI_DEBUG === '1') complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return new InputError('READER_BROKE', { detail: error instanceof Error ? error.message : String(error) })
}
