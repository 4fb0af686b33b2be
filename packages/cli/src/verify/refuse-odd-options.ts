import type { Result } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import type { YargsOption } from 'yargs'
import { auditOptions } from '../settings/options.js'
import { RUN_OPTIONS } from '../settings/run-options.js'
import { UsageError } from '../usage-error.js'

/** Throws UsageError where a result says that it was made with options that `gouji audit` would not take. */
export const refuseOddOptions = ({ run: { options } }: Result, file: string, lang: Lang): void => {
  const known = auditOptions(lang)
  const names: readonly string[] = RUN_OPTIONS
  const odd = Object.entries(options).find(([name, value]) => !names.includes(name) || !isTaken(value, known[name]!))
  if (odd === undefined) return
  throw new UsageError(
    say(
      lang,
      `${file}: run.options 里的“${odd[0]}”不是 gouji audit 会写出的，这份结果被改过`,
      `${file}: no gouji audit writes run.options as it has “${odd[0]}”; the result was changed`,
    ),
  )
}

/** Whether a command line can come to the value; `false` is what a denied option is. */
const isTaken = (value: unknown, { type, array, choices }: YargsOption): boolean => {
  if (type === 'boolean' || value === false) return typeof value === 'boolean'
  const texts = array ? value : [value]
  return (
    Array.isArray(texts) &&
    texts.every((text) => typeof text === 'string' && (choices === undefined || choices.includes(text)))
  )
}
