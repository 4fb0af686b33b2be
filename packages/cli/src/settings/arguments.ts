import { parseIsoDay } from '@gouji/core'
import type { Given } from '@gouji/intake'
import { type Lang, say } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { UsageError } from '../usage-error.js'
import { deniedOption } from '../words/unknown.js'
import { todayInChina } from './today.js'

// yargs loses a lone - among positionals; no argument of a process can hold this.
const DASH = '\u0000'

/** The arguments as yargs can take them. */
export const withDashes = (args: readonly string[]): string[] => args.map((arg) => (arg === '-' ? DASH : arg))

const asGiven = (value: unknown): string => (value === DASH ? '-' : String(value))

/** The one value of an option; undefined where it was not given. Throws UsageError where it was given twice, empty or denied. */
export const textArgument = (args: YargsArguments, name: string, lang: Lang): string | undefined => {
  const value = args[name]
  if (value === undefined) return undefined
  if (Array.isArray(value))
    throw new UsageError(say(lang, `选项 --${name} 只能给一次`, `--${name} can be given once only`))
  refuseDenied(value, name, lang)
  if (String(value) === '') throw new UsageError(say(lang, `选项 --${name} 需要一个值`, `--${name} needs a value`))
  return asGiven(value)
}

/** The language that is asked for, else Chinese. */
export const askedLang = (args: YargsArguments): Lang => (textArgument(args, 'lang', 'zh') ?? 'zh') as Lang

/** The file of `--config`; `false` for `--no-config`; undefined where neither was given. */
export const configArgument = (args: YargsArguments, lang: Lang): string | false | undefined =>
  args.config === false ? false : textArgument(args, 'config', lang)

/** The values of an option that can be repeated. Throws UsageError where it was denied. */
export const listArgument = (args: YargsArguments, name: string, lang: Lang): string[] => {
  const values = args[name] === undefined ? [] : [args[name]].flat()
  for (const value of values) refuseDenied(value, name, lang)
  return values.map(asGiven)
}

/** yargs takes --no-body for a body that is false. */
const refuseDenied = (value: unknown, name: string, lang: Lang): void => {
  if (typeof value === 'boolean') throw deniedOption(name, lang)
}

/** A date option, checked. */
export const dayArgument = (args: YargsArguments, name: string, lang: Lang): string | undefined => {
  const value = textArgument(args, name, lang)
  if (value !== undefined && parseIsoDay(value) === null)
    throw new UsageError(
      say(lang, `选项 --${name} 应为日期 YYYY-MM-DD，不是 ${value}`, `--${name} is a date YYYY-MM-DD, not ${value}`),
    )
  return value
}

/** The day of the run: the one given, else today in China. */
export const asOfArgument = (args: YargsArguments, lang: Lang): string =>
  dayArgument(args, 'as-of', lang) ?? todayInChina()

/** What the command line says of the reports. */
export const givenArguments = (args: YargsArguments, lang: Lang): Given => {
  const year = textArgument(args, 'year', lang)
  if (year !== undefined && !/^(?:19|20|21)\d\d$/.test(year))
    throw new UsageError(
      say(lang, `选项 --year 应为四位年份，如 2020，不是 ${year}`, `--year is a year such as 2020, not ${year}`),
    )
  const body = textArgument(args, 'body', lang)
  const kind = textArgument(args, 'kind', lang) as Given['kind']
  const rank = textArgument(args, 'rank', lang) as Given['rank']
  const published = dayArgument(args, 'published', lang)
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(body !== undefined && { body }),
    ...(kind !== undefined && { kind }),
    ...(rank !== undefined && { rank }),
    ...(published !== undefined && { published }),
  }
}
