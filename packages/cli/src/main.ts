import { type Lang, say } from '@gouji/reporters'
import { EXIT, type ExitStatus } from './exit-status.js'
import { allowEarlyClose, complain, print } from './output/standard-output.js'
import { COMMANDS, describeProgram } from './program.js'
import { UsageError } from './usage-error.js'

/** Runs the command line and sets the exit status. Every error ends in a sentence. */
export const main = async (args: readonly string[]): Promise<void> => {
  allowEarlyClose()
  const lang = languageOf(args)
  process.exitCode = await runProgram(args, lang).catch((error: unknown) => explainError(error, lang))
}

const runProgram = async (args: readonly string[], lang: Lang): Promise<ExitStatus> => {
  let status: ExitStatus = EXIT.clean
  const program = describeProgram(args, lang, (result) => {
    status = result
  })
  if (args.length === 0 || (args[0] === 'help' && args.length === 1)) {
    await print(`${await program.getHelp()}\n`)
    return status
  }
  const [command = ''] = args
  if (!command.startsWith('-') && !(COMMANDS as readonly string[]).includes(command)) {
    const { unknownCommand } = await import('./words/unknown.js')
    throw unknownCommand(command, COMMANDS, lang)
  }
  const { refusal } = await import('./words/refusal.js')
  await program
    .fail((message, error) => {
      // What a command throws is its own; what yargs throws is a refusal like those it tells without an error.
      throw error !== undefined && error.name !== 'YError' ? error : refusal(message ?? error?.message ?? '', lang)
    })
    .parseAsync()
  return status
}

/** The language that is asked for, before anything else is understood. */
const languageOf = (args: readonly string[]): Lang => {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const value = args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1]
  return at >= 0 && value === 'en' ? 'en' : 'zh'
}

const explainError = (error: unknown, lang: Lang): ExitStatus => {
  if (error instanceof UsageError) {
    for (const line of error.lines) complain(line)
    return EXIT.unusable
  }
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
  complain(
    say(
      lang,
      `gouji 内部出错：${message}。请带上命令和文件报告这个问题；设 GOUJI_DEBUG=1 可看详情。`,
      `gouji broke: ${message}. Please report it with the command and the file; GOUJI_DEBUG=1 shows more.`,
    ),
  )
  if (process.env.GOUJI_DEBUG === '1' && stack !== undefined) complain(stack)
  return EXIT.broken
}
