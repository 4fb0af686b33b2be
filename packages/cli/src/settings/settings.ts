import type { Format, Lang } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import type { WantedPacks } from '../packs/load-packs.js'
import { listArgument, textArgument } from './arguments.js'
import { type FailOnName, readConfig } from './config.js'
import { type Limits, parseLimits } from './limits.js'

/** What a run goes by: the command line, then the config, then the defaults. */
export interface Settings {
  readonly lang: Lang
  readonly format: Format
  readonly failOn: FailOnName
  readonly packs: WantedPacks
  readonly limits: Limits
}

export const readSettings = async (args: YargsArguments): Promise<Settings> => {
  const asked = textArgument(args, 'lang', 'zh') as Lang | undefined
  const lang = asked ?? 'zh'
  const config = await readConfig(textArgument(args, 'config', lang), lang)
  const settled = asked ?? config.lang ?? 'zh'
  return {
    lang: settled,
    format: (textArgument(args, 'format', settled) as Format | undefined) ?? config.format ?? 'terminal',
    failOn: (textArgument(args, 'fail-on', settled) as FailOnName | undefined) ?? config.failOn ?? 'error',
    limits: parseLimits(listArgument(args, 'limit', settled), settled),
    packs: {
      named: [
        ...(config.packs ?? []).map((name) => ({ name, from: config.folder })),
        ...listArgument(args, 'pack', settled).map((name) => ({ name, from: process.cwd() })),
      ],
      bundled: args.bundled === undefined ? (config.bundled ?? true) : args.bundled === true,
    },
  }
}
