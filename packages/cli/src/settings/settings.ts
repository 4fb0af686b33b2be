import { stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Format, type Lang, say } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import type { WantedPacks } from '../packs/load-packs.js'
import { UsageError } from '../usage-error.js'
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
  readonly gate: GateFiles
}

/** What lets findings through. */
export interface GateFiles {
  readonly waivers?: string | undefined
  readonly baseline?: string | undefined
  readonly failOnNew: boolean
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
    gate: await gateFiles(args, config.folder, settled),
    packs: {
      named: [
        ...(config.packs ?? []).map((name) => ({ name, from: config.folder })),
        ...listArgument(args, 'pack', settled).map((name) => ({ name, from: process.cwd() })),
      ],
      bundled: args.bundled === undefined ? (config.bundled ?? true) : args.bundled === true,
    },
  }
}

/** The file of waivers that stands beside the config needs no naming. */
const WAIVERS = 'gouji-waivers.yaml'

const gateFiles = async (args: YargsArguments, folder: string, lang: Lang): Promise<GateFiles> => {
  const baseline = textArgument(args, 'baseline', lang)
  const failOnNew = args['fail-on-new'] === true
  if (failOnNew && baseline === undefined)
    throw new UsageError(
      say(
        lang,
        '--fail-on-new 要有基线才能用：用 --baseline 给出以前的 JSON 结果',
        '--fail-on-new needs a baseline: give an earlier JSON result with --baseline',
      ),
    )
  const waivers = args.waivers === false ? undefined : (textArgument(args, 'waivers', lang) ?? (await found(folder)))
  return { waivers, baseline, failOnNew }
}

const found = async (folder: string): Promise<string | undefined> => {
  const path = join(folder, WAIVERS)
  const there = await stat(path).catch(() => null)
  return there === null ? undefined : relative(process.cwd(), path) || path
}
