import { failureLine, failureText } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { InputError } from '../inputs/input-error.js'
import { readInput } from '../inputs/read-input.js'
import { print } from '../output/standard-output.js'
import { loadPackData } from '../packs/load-packs.js'
import { readersOf } from '../packs/readers-of.js'
import { givenArguments, textArgument } from '../settings/arguments.js'
import { readSettings } from '../settings/settings.js'
import { UsageError } from '../usage-error.js'

/** Reads one document and prints its report JSON. */
export const read = async (args: YargsArguments): Promise<ExitStatus> => {
  const { lang, packs: requests } = await readSettings(args)
  const path = textArgument(args, 'path', lang) ?? '-'
  const given = givenArguments(args, lang)
  const packs = await loadPackData(requests, lang)
  try {
    const { report } = await readInput(path, readersOf(packs), given)
    await print(`${JSON.stringify(report, null, 2)}\n`)
    return EXIT.clean
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const message = failureText(error.code, lang, error.details)
    throw new UsageError(failureLine({ path, code: error.code, message }, lang), { cause: error })
  }
}
