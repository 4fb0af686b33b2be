import { type Lang, say } from '@gouji/reporters'
import { UsageError } from '../usage-error.js'
import { deniedOption, hint, unknownOption } from './unknown.js'
import { NO_CHOICE, UNKNOWN_ARGUMENT } from './yargs-strings.js'

/** What yargs refuses, as one sentence with the near match, among the command's options, of what is unknown. */
export const refusal = (message: string, options: readonly string[], lang: Lang): UsageError => {
  if (message.startsWith(UNKNOWN_ARGUMENT)) {
    const [name = ''] = message.slice(UNKNOWN_ARGUMENT.length).split(', ')
    return process.argv.some((arg) => arg.startsWith(`--${name}`) || arg === `-${name}`)
      ? unknownOption(
          name.length > 1 ? `--${name}` : `-${name}`,
          options.map((option) => `--${option}`),
          lang,
        )
      : new UsageError(say(lang, `多出来的参数：${name}`, `too many arguments: ${name}`))
  }
  const at = message.indexOf(NO_CHOICE)
  if (at >= 0) return noChoice(message.slice(at + NO_CHOICE.length), lang)
  return new UsageError(message.replace(/\s*\n\s*/g, ' ').trim())
}

const noChoice = (json: string, lang: Lang): UsageError => {
  const [line = ''] = json.split('\n')
  const [name, given, choices] = JSON.parse(line) as [string, unknown[], string[]]
  if (process.argv.includes(`--no-${name}`)) return deniedOption(name, lang)
  const shown = process.argv.some((arg) => arg.startsWith(`--${name}`)) ? `--${name}` : name
  const value = given.join(', ')
  return new UsageError(
    say(lang, `${shown} 不能是“${value}”，`, `${shown} cannot be “${value}”; `) + hint(value, choices, lang),
  )
}
