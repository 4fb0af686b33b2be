import { type Lang, say } from '@gouji/reporters'
import { UsageError } from '../usage-error.js'
import { nearMatch } from './near-match.js'

/** A command that there is not, with the one that was meant or all there are. */
export const unknownCommand = (given: string, commands: readonly string[], lang: Lang): UsageError =>
  new UsageError(noCommand(given, lang) + hint(given, commands, lang))

/** A word that does not go with a command, with the one that was meant or all that do. Only the word itself is compared. */
export const unknownSubcommand = (command: string, given: string, words: readonly string[], lang: Lang): UsageError => {
  const near = nearMatch(given, words)
  return new UsageError(
    noCommand(`${command} ${given}`, lang) +
      (near === undefined
        ? known([command, ...words.map((word) => `${command} ${word}`)], lang)
        : meant(`${command} ${near}`, lang)),
  )
}

const noCommand = (given: string, lang: Lang): string =>
  say(lang, `没有“${given}”这个命令，`, `there is no command “${given}”; `)

/** An option that there is not. */
export const unknownOption = (given: string, options: readonly string[], lang: Lang): UsageError =>
  new UsageError(
    say(lang, `没有“${given}”这个选项，`, `there is no option “${given}”; `) +
      (nearMatch(given, options) === undefined
        ? say(lang, '用 --help 看可用的选项', 'see --help')
        : hint(given, options, lang)),
  )

/** --no-… before an option that takes a value. */
export const deniedOption = (name: string, lang: Lang): UsageError =>
  new UsageError(
    say(
      lang,
      `没有“--no-${name}”这个选项，--${name} 需要一个值`,
      `there is no option “--no-${name}”; --${name} needs a value`,
    ),
  )

/** The name that was meant, else all there are. */
export const hint = (given: string, names: readonly string[], lang: Lang): string => {
  const near = nearMatch(given, names)
  return near === undefined ? known(names, lang) : meant(near, lang)
}

const meant = (name: string, lang: Lang): string => say(lang, `是不是“${name}”？`, `did you mean “${name}”?`)

const known = (names: readonly string[], lang: Lang): string =>
  say(lang, `可用的有：${names.join('、')}`, `there are ${names.join(', ')}`)
