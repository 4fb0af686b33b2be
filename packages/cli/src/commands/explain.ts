import { renderRule, say } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { print } from '../output/standard-output.js'
import { terminalOf } from '../output/terminal.js'
import { loadPackData } from '../packs/load-packs.js'
import { textArgument } from '../settings/arguments.js'
import { readSettings } from '../settings/settings.js'
import { UsageError } from '../usage-error.js'
import { nearMatch } from '../words/near-match.js'

/** Explains a rule, in every loaded pack that has it; as JSON one document, an array where several packs have it. */
export const explain = async (args: YargsArguments): Promise<ExitStatus> => {
  const { lang, format, packs: requests } = await readSettings(args)
  const id = textArgument(args, 'rule', lang) ?? ''
  const packs = await loadPackData(requests, lang)
  const found = packs.flatMap((pack) => pack.rules.filter((rule) => rule.id === id).map((rule) => ({ rule, pack })))
  if (found.length === 0) {
    const near = nearMatch(id, new Set(packs.flatMap(({ rules }) => rules.map((rule) => rule.id))))
    throw new UsageError(
      near === undefined
        ? say(lang, `没有“${id}”这条规则，用 gouji rules 看全部规则`, `there is no rule “${id}”; gouji rules lists all`)
        : say(lang, `没有“${id}”这条规则，是不是“${near}”？`, `there is no rule “${id}”; did you mean “${near}”?`),
    )
  }
  const texts: string[] = []
  for (const { rule, pack } of found) texts.push(await renderRule(rule, pack, format, { lang, ...terminalOf(args) }))
  const several = format === 'json' && texts.length > 1
  await print(
    several
      ? `${JSON.stringify(
          texts.map((text) => JSON.parse(text)),
          null,
          2,
        )}\n`
      : texts.join('\n'),
  )
  return EXIT.clean
}
