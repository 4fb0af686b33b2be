import type { CatalogueFormat, Format, Lang } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import type { WantedPacks } from '../packs/load-packs.js'
import { listArgument, textArgument } from './arguments.js'
import { type FailOnName, readConfig } from './config.js'
import { type Limits, parseLimits } from './limits.js'

/** What a run goes by: the command line, then the config, then the defaults. */
export interface Settings<Of extends Format = CatalogueFormat> {
  readonly lang: Lang
  readonly format: Of
  readonly failOn: FailOnName
  readonly packs: WantedPacks
  readonly limits: Limits
}

/** The settings of a command; its option's choices are the formats it has. */
export const readSettings = async <Of extends Format = CatalogueFormat>(
  args: YargsArguments,
): Promise<Settings<Of>> => {
  const asked = textArgument(args, 'lang', 'zh') as Lang | undefined
  const lang = asked ?? 'zh'
  const config = await readConfig(textArgument(args, 'config', lang), lang)
  const settled = asked ?? config.lang ?? 'zh'
  return {
    lang: settled,
    format: (textArgument(args, 'format', settled) ?? config.format ?? 'terminal') as Of,
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
