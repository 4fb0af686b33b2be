import { failureLine, failureText, jsonText, readingLines } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { InputError } from '../inputs/input-error.js'
import { complain, print } from '../output/standard-output.js'
import { loadPacks } from '../packs/load-packs.js'
import { formOfYear, readersOf } from '../packs/readers-of.js'
import { createReader } from '../reading/document-reader.js'
import { askedLang, givenArguments, textArgument } from '../settings/arguments.js'
import { readSettings } from '../settings/settings.js'
import { UsageError } from '../usage-error.js'

/** Reads one document and prints its report JSON; what it could not place is told on standard error. */
export const read = async (args: YargsArguments): Promise<ExitStatus> => {
  const path = textArgument(args, 'path', askedLang(args)) ?? '-'
  const settings = await readSettings(args, { inputs: [path] })
  const { lang } = settings
  const given = givenArguments(args, lang)
  const readers = readersOf(await loadPacks(settings.packs, null, lang))
  const reader = createReader(readers, given, settings)
  try {
    const { report } = await reader.read(path)
    for (const line of readingLines(report, formOfYear(readers, report.year ?? 0), lang)) complain(line)
    await print(`${jsonText(report, 2)}\n`)
    return EXIT.clean
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const message = failureText(error.code, lang, error.details)
    throw new UsageError(failureLine({ path, code: error.code, message }, lang), { cause: error })
  } finally {
    await reader.close()
  }
}
