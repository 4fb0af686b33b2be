import { type Lang, say } from '@gouji/reporters'
import { auditOptions } from '../settings/options.js'
import { UsageError } from '../usage-error.js'
import { hint, unknownOption } from './unknown.js'

export { unknownCommand } from './unknown.js'

import { NO_CHOICE, UNKNOWN_ARGUMENT } from './yargs-strings.js'

/** What yargs refuses, as one sentence with the near match of what is unknown. */
export const refusal = (message: string, lang: Lang): UsageError => {
  if (message.startsWith(UNKNOWN_ARGUMENT)) {
    const [name = ''] = message.slice(UNKNOWN_ARGUMENT.length).split(', ')
    const known = [...Object.keys(auditOptions(lang)), 'lang', 'help', 'version']
    return process.argv.some((arg) => arg.startsWith(`--${name}`) || arg === `-${name}`)
      ? unknownOption(
          name.length > 1 ? `--${name}` : `-${name}`,
          known.map((option) => `--${option}`),
          lang,
        )
      : new UsageError(say(lang, `多出来的参数：${name}`, `too many arguments: ${name}`))
  }
  const at = message.indexOf(NO_CHOICE)
  if (at >= 0) return new UsageError(noChoice(message.slice(at + NO_CHOICE.length), lang))
  return new UsageError(message.replace(/\s*\n\s*/g, ' ').trim())
}

const noChoice = (json: string, lang: Lang): string => {
  const [line = ''] = json.split('\n')
  const [name, given, choices] = JSON.parse(line) as [string, unknown[], string[]]
  const shown = process.argv.some((arg) => arg.startsWith(`--${name}`)) ? `--${name}` : name
  const value = given.join(', ')
  return say(lang, `${shown} 不能是“${value}”，`, `${shown} cannot be “${value}”; `) + hint(value, choices, lang)
}
