import { IntakeError } from '@gouji/intake'
import { InputError } from '../inputs/input-error.js'
import { nameOfLimit } from '../settings/limits.js'

/** What intake refused, as an input that cannot be read; anything else as it is. */
export const refusalOf = (error: unknown): unknown => {
  if (!(error instanceof IntakeError)) return error
  const { code, place, detail, limit } = error
  return new InputError(
    code,
    {
      ...(place?.line !== undefined && { line: place.line }),
      ...(detail !== undefined && { detail }),
      ...(limit && { limit: nameOfLimit(limit) }),
    },
    { cause: error },
  )
}
