import type { RunFile } from '@gouji/core'
import type { CatalogueFormat, Format, Lang } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import type { OutputFile } from '../output/sinks.js'
import type { WantedPacks } from '../packs/load-packs.js'
import type { FailOnName, Register } from '../project/config.js'
import type { Lock } from '../project/lock.js'
import { openLock, openProject, type Project } from '../project/project.js'
import { configArgument, listArgument, textArgument } from './arguments.js'
import { type GateSettings, gateSettings } from './gate-settings.js'
import { type Limits, parseLimits } from './limits.js'

/** What a run goes by: the command line, then the config, then the defaults. */
export interface Settings<Of extends Format = Format> {
  readonly project: Project
  readonly lang: Lang
  readonly format: Of
  readonly failOn: FailOnName
  readonly packs: WantedPacks
  readonly register: Register
  /** What packs must be to judge; `null` where nothing is locked, or nothing is judged. */
  readonly lock: Lock | null
  readonly limits: Limits
  /** Files that the config has every audit written to. */
  readonly outputs: readonly OutputFile[]
  readonly gate: GateSettings
  /** The files that were gone by. */
  readonly files: readonly RunFile[]
}

/** What of a command its settings depend on: the paths of its inputs, and whether it judges. */
export interface Use {
  readonly inputs?: readonly string[]
  readonly judges?: boolean
  readonly replay?: Replay
}

/** That the arguments are those of an earlier run, which nobody vouches for. */
export interface Replay {
  /** Packs whose code is run all the same, as they are named. */
  readonly trustedPacks: readonly string[]
  /** Whether the config was named then, and not found. */
  readonly configWasNamed: boolean
  readonly wasLocked: boolean
}

/** The settings of a command; its option's choices are the formats it has. */
export const readSettings = async <Of extends Format = CatalogueFormat>(
  args: YargsArguments,
  { inputs = [], judges = false, replay }: Use = {},
): Promise<Settings<Of>> => {
  const asked = textArgument(args, 'lang', 'zh') as Lang | undefined
  const project = await openProject(configArgument(args, asked ?? 'zh'), inputs, asked ?? 'zh', replay)
  const { config, files } = project
  const lang = asked ?? config.lang ?? 'zh'
  const locked = judges && replay?.wasLocked !== false ? await openLock(project, lang) : null
  return {
    project,
    lang,
    format: (textArgument(args, 'format', lang) ?? config.format ?? 'terminal') as Of,
    failOn: (textArgument(args, 'fail-on', lang) as FailOnName | undefined) ?? config.failOn ?? 'error',
    limits: parseLimits(listArgument(args, 'limit', lang), lang),
    packs: {
      named: [
        ...config.packs,
        ...listArgument(args, 'pack', lang).map((name) => ({
          name,
          from: process.cwd(),
          ...(replay?.trustedPacks.includes(name) === false && { namedBy: 'result' as const }),
        })),
      ],
      overlays: config.overlays,
      bundled: args.bundled === undefined ? (config.bundled ?? true) : args.bundled === true,
      severities: config.severities,
    },
    register: config.bodies,
    lock: locked?.lock ?? null,
    outputs: config.outputs,
    gate: await gateSettings(args, project, lang),
    files: locked === null ? files : [...files, locked.file],
  }
}
