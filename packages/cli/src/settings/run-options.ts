import type { YargsArguments } from 'yargs'

/** What of the command line bears upon verdicts; language and day stand elsewhere in a result. */
export const RUN_OPTIONS = [
  'config',
  'waivers',
  'baseline',
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
export const runOptions = (args: YargsArguments): Readonly<Record<string, unknown>> =>
  Object.fromEntries(RUN_OPTIONS.flatMap((name) => (args[name] === undefined ? [] : [[name, args[name]]])))
