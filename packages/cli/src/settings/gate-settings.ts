import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Lang, say } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import type { Project } from '../project/project.js'
import { shownPath } from '../project/shown-path.js'
import { UsageError } from '../usage-error.js'
import { configArgument, textArgument } from './arguments.js'

/** What lets findings through; paths as they are shown. */
export interface GateSettings {
  readonly waivers?: string
  readonly baseline?: string
  readonly failOnNew: boolean
}

/** The file of waivers beside the config, which needs no naming. */
export const defaultWaivers = ({ folder }: Project): string => join(folder, 'gouji-waivers.yaml')

/** What the command line says, then the config; with `--no-config` nothing is found that was not named. */
export const gateSettings = async (args: YargsArguments, project: Project, lang: Lang): Promise<GateSettings> => {
  const { config } = project
  const waivers =
    fileArgument(args, 'waivers', lang) ?? shown(config.waivers) ?? (await foundWaivers(args, project, lang))
  const baseline = fileArgument(args, 'baseline', lang) ?? shown(config.baseline) ?? false
  const asked = args['fail-on-new'] as boolean | undefined
  if ((asked ?? (config.failOnNew === true && args.baseline !== false)) && baseline === false)
    throw new UsageError(
      say(
        lang,
        '--fail-on-new（failOnNew）要有基线才能用：用 --baseline 给出以前的 JSON 结果',
        '--fail-on-new (failOnNew) needs a baseline: give an earlier JSON result with --baseline',
      ),
    )
  return {
    ...(waivers !== false && { waivers }),
    ...(baseline !== false && { baseline }),
    failOnNew: baseline !== false && (asked ?? config.failOnNew ?? false),
  }
}

/** `false` where it was denied, as by --no-waivers. */
const fileArgument = (args: YargsArguments, name: string, lang: Lang): string | false | undefined =>
  args[name] === false ? false : textArgument(args, name, lang)

const shown = (path: string | undefined): string | undefined => (path === undefined ? undefined : shownPath(path))

const foundWaivers = async (args: YargsArguments, project: Project, lang: Lang): Promise<string | false> => {
  if (configArgument(args, lang) === false) return false
  const path = defaultWaivers(project)
  const there = await lstat(path).catch(() => null)
  return there === null ? false : shownPath(path)
}
