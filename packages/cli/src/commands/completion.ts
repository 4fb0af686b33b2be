import type { Lang } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { bashScript } from '../completion/bash-script.js'
import { type Commands, describeCommands, programOptions } from '../completion/describe-commands.js'
import { fishScript } from '../completion/fish-script.js'
import { zshScript } from '../completion/zsh-script.js'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { print } from '../output/standard-output.js'
import { loadPackData } from '../packs/load-packs.js'
import { textArgument } from '../settings/arguments.js'

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript }

/** Prints a script that completes the commands, options, and the rules of the packs that come with gouji. */
export const completion = async (args: YargsArguments, commands: Commands): Promise<ExitStatus> => {
  const lang = (textArgument(args, 'lang', 'zh') as Lang | undefined) ?? 'zh'
  const shell = textArgument(args, 'shell', lang) as keyof typeof SCRIPTS
  const packs = await loadPackData({ named: [], overlays: [], severities: new Map(), bundled: true }, lang)
  const ruleIds = [...new Set(packs.flatMap(({ rules }) => rules.map(({ id }) => id)))].sort()
  await print(SCRIPTS[shell](describeCommands(commands, ruleIds, lang), programOptions(lang)))
  return EXIT.clean
}
