import { editionsOfRule, renderRule, say } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { print } from '../output/standard-output.js'
import { terminalOf } from '../output/terminal.js'
import { loadPackData } from '../packs/load-packs.js'
import { textArgument } from '../settings/arguments.js'
import { readSettings } from '../settings/settings.js'
import { UsageError } from '../usage-error.js'
import { nearMatch } from '../words/near-match.js'

/** Explains a rule, as the loaded packs have it: the newest edition, and what differs in the others. */
export const explain = async (args: YargsArguments): Promise<ExitStatus> => {
  const { lang, format, packs: requests } = await readSettings(args)
  const id = textArgument(args, 'rule', lang) ?? ''
  const packs = await loadPackData(requests, lang)
  const editions = editionsOfRule(id, packs)
  if (editions.length === 0) {
    const near = nearMatch(id, new Set(packs.flatMap(({ rules }) => rules.map((rule) => rule.id))))
    throw new UsageError(
      near === undefined
        ? say(lang, `没有“${id}”这条规则，用 gouji rules 看全部规则`, `there is no rule “${id}”; gouji rules lists all`)
        : say(lang, `没有“${id}”这条规则，是不是“${near}”？`, `there is no rule “${id}”; did you mean “${near}”?`),
    )
  }
  await print(await renderRule(editions, format, { lang, ...terminalOf(args) }))
  return EXIT.clean
}
