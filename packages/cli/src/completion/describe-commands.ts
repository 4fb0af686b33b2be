import { FORMATS, type Lang, say } from '@gouji/reporters'
import type { CommandDescription } from '../command-list.js'
import { DEFAULT_LIMITS } from '../settings/limits.js'

/** What completes a word: names of files, one of some words, a word with `=` and what follows it, or nothing. */
export type Completed =
  | { readonly kind: 'files' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'keys'; readonly words: readonly string[]; readonly thenFiles: boolean }
  | { readonly kind: 'text' }

/** An option as a shell completes it; `value` is null where it takes none. */
export interface CompletedOption {
  readonly flag: string
  readonly about: string
  readonly isRepeatable: boolean
  readonly value: Completed | null
}

export interface CompletedCommand {
  readonly name: string
  readonly about: string
  readonly options: readonly CompletedOption[]
  /** What its arguments are, in order; the last stands for all that follow. */
  readonly positionals: readonly Completed[]
}

/** Texts that are no name of a file. */
const TEXTS = new Set(['year', 'body', 'published', 'as-of', 'reason', 'approver', 'expires'])

/** Arguments that a rule's id is right for: a finding is named by it, too, where it is the only one. */
const RULES = new Set(['rule', 'finding'])

/** The commands by their names. */
export type Commands = Readonly<Record<string, CommandDescription>>

/** Every command as a shell completes it, made from what its help is made from. */
export const describeCommands = (commands: Commands, ruleIds: readonly string[], lang: Lang): CompletedCommand[] =>
  Object.entries(commands).map(([name, command]) => ({
    name,
    about: say(lang, ...command.summary),
    options: [...Object.entries(command.options(lang)).flatMap(optionsOf), ...globalOptions(lang)],
    positionals: positionalsOf(name, commands, ruleIds),
  }))

/** The options without a command. */
export const programOptions = (lang: Lang): CompletedOption[] => [
  ...globalOptions(lang),
  { flag: '--version', about: say(lang, '显示版本号', 'show the version'), isRepeatable: false, value: null },
]

const globalOptions = (lang: Lang): CompletedOption[] => [
  {
    flag: '--lang',
    about: say(lang, '输出的语言', 'language of all output'),
    isRepeatable: false,
    value: { kind: 'words', words: ['zh', 'en'] },
  },
  { flag: '--help', about: say(lang, '显示帮助', 'show help'), isRepeatable: false, value: null },
]

type Options = ReturnType<CommandDescription['options']>

const optionsOf = ([name, { type, describe = '', array, choices }]: [string, Options[string]]): CompletedOption[] => {
  const option = { about: describe, isRepeatable: array === true }
  const denied = { about: describe, isRepeatable: false, flag: `--no-${name}`, value: null }
  if (type === 'boolean') return [{ ...option, flag: `--${name}`, value: null }, denied]
  const named = { ...option, flag: `--${name}`, value: completedBy(name, choices) }
  // Its help tells which option that takes a value can be denied.
  return describe.includes(denied.flag) ? [named, denied] : [named]
}

const completedBy = (name: string, choices: readonly string[] | undefined): Completed => {
  if (choices !== undefined) return { kind: 'words', words: choices }
  if (name === 'output') return { kind: 'keys', words: FORMATS, thenFiles: true }
  if (name === 'limit') return { kind: 'keys', words: Object.keys(DEFAULT_LIMITS), thenFiles: false }
  return { kind: TEXTS.has(name) ? 'text' : 'files' }
}

const positionalsOf = (name: string, commands: Commands, ruleIds: readonly string[]): Completed[] => {
  const under = Object.keys(commands).filter((each) => each.startsWith(`${name} `))
  if (under.length > 0) return [{ kind: 'words', words: under.map((each) => each.slice(name.length + 1)) }]
  const command = commands[name]!
  return (command.positionals.match(/[\w-]+/g) ?? []).map((positional) => {
    const choices = command.about[positional]?.choices
    if (choices !== undefined) return { kind: 'words', words: choices }
    return RULES.has(positional) ? { kind: 'words', words: ruleIds } : { kind: 'files' }
  })
}
