import { renderRules } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { print } from '../output/standard-output.js'
import { terminalOf } from '../output/terminal.js'
import { loadPacks } from '../packs/load-packs.js'
import { readSettings } from '../settings/settings.js'

/** Lists every rule of the loaded packs. */
export const rules = async (args: YargsArguments): Promise<ExitStatus> => {
  const { lang, format, packs } = await readSettings(args)
  const loaded = await loadPacks(packs, lang)
  await print(
    renderRules(
      loaded.map(({ pack }) => pack),
      format,
      { lang, ...terminalOf(args) },
    ),
  )
  return EXIT.clean
}
