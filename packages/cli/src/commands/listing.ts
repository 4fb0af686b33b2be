import type { renderPacks } from '@gouji/reporters'
import type { Run } from '../command-list.js'
import { EXIT } from '../exit-status.js'
import { tell } from '../output/standard-output.js'
import { terminalOf } from '../output/terminal.js'
import { loadPackData } from '../packs/load-packs.js'
import { asOfArgument } from '../settings/arguments.js'
import { readSettings } from '../settings/settings.js'

/** A command that prints what `render` makes of the loaded packs. */
export const listing =
  (render: typeof renderPacks): Run =>
  async (args) => {
    const { lang, format, packs } = await readSettings(args)
    const asOf = asOfArgument(args, lang)
    await tell(render(await loadPackData(packs, lang), format, { lang, asOf, ...terminalOf(args) }))
    return EXIT.clean
  }
