import { editionsOfRule, renderRule } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { tell } from '../output/standard-output.js'
import { terminalOf } from '../output/terminal.js'
import { loadPackData } from '../packs/load-packs.js'
import { textArgument } from '../settings/arguments.js'
import { readSettings } from '../settings/settings.js'
import { UsageError } from '../usage-error.js'
import { noRule } from '../words/no-rule.js'

/** Explains a rule, as the loaded packs have it: the newest edition, and what differs in the others. */
export const explain = async (args: YargsArguments): Promise<ExitStatus> => {
  const { lang, format, packs: requests } = await readSettings(args)
  const id = textArgument(args, 'rule', lang) ?? ''
  const packs = await loadPackData(requests, lang)
  const editions = editionsOfRule(id, packs)
  if (editions.length === 0)
    throw new UsageError(noRule(id, new Set(packs.flatMap(({ rules }) => rules.map((rule) => rule.id))), lang))
  await tell(await renderRule(editions, format, { lang, ...terminalOf(args) }))
  return EXIT.clean
}
