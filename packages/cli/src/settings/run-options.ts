import type { YargsArguments } from 'yargs'
import { shownPath } from '../project/shown-path.js'
import type { Settings } from './settings.js'

/** What of the command line bears upon verdicts; language and day stand elsewhere in a result. */
const NAMES = [
  'fail-on',
  'fail-on-new',
  'pack',
  'bundled',
  'year',
  'body',
  'kind',
  'rank',
  'published',
  'limit',
] as const

/** The options of a run, as they were given: with the files gone by and the packs, enough to audit the same again. */
export const runOptions = (
  args: YargsArguments,
  { project, gate }: Pick<Settings, 'project' | 'gate'>,
): Readonly<Record<string, unknown>> => ({
  config: project.configFile === null ? false : shownPath(project.configFile),
  waivers: gate.waivers ?? false,
  baseline: gate.baseline ?? false,
  ...Object.fromEntries(NAMES.flatMap((name) => (args[name] === undefined ? [] : [[name, args[name]]]))),
})
