import { type Lang, say } from '@gouji/reporters'
import type { Yargs, YargsArguments } from 'yargs'
import { COMMANDS } from './command-list.js'
import { EXIT, type ExitStatus } from './exit-status.js'
import { OutputError } from './output/output-error.js'
import { allowEarlyClose, complain, print } from './output/standard-output.js'
import { describeCommand, describeProgram } from './program.js'
import { UsageError } from './usage-error.js'

/** Runs the command line and sets the exit status. Every error ends in a sentence. */
export const main = async (args: readonly string[]): Promise<void> => {
  allowEarlyClose()
  const lang = languageOf(args)
  process.exitCode = await runProgram(args, lang).catch((error: unknown) => explainError(error, lang))
}

const runProgram = async (args: readonly string[], lang: Lang): Promise<ExitStatus> => {
  const at = args.findIndex((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--lang')
  const word = args[at]
  if (args.length === 0 || (word === 'help' && args.length === 1)) {
    await print(`${await describeProgram(args, lang).getHelp()}\n`)
    return EXIT.clean
  }
  if (word === undefined) {
    await parse(describeProgram(args, lang), ['lang', 'help', 'version'], lang)
    if (!args.includes('--help') && !args.includes('--version'))
      await print(`${await describeProgram(args, lang).getHelp()}\n`)
    return EXIT.clean
  }
  const name = await commandOf(word, args[at + 1], lang)
  let parsed: YargsArguments | undefined
  const rest = args.toSpliced(at, name.split(' ').length)
  await parse(
    describeCommand(name, rest, lang, (result) => {
      parsed = result
    }),
    [...Object.keys(COMMANDS[name]!.options(lang)), 'lang', 'help'],
    lang,
  )
  return parsed === undefined ? EXIT.clean : (await COMMANDS[name]!.load())(parsed)
}

/** The command that a word, or a word and the next one, names. Throws UsageError where there is none. */
const commandOf = async (word: string, next: string | undefined, lang: Lang): Promise<string> => {
  const names = Object.keys(COMMANDS)
  if (!names.includes(word)) {
    const { unknownCommand } = await import('./words/unknown.js')
    throw unknownCommand(word, names, lang)
  }
  const words = names.filter((name) => name.startsWith(`${word} `)).map((name) => name.slice(word.length + 1))
  if (words.length === 0 || next === undefined || next.startsWith('-')) return word
  if (words.includes(next)) return `${word} ${next}`
  const { unknownSubcommand } = await import('./words/unknown.js')
  throw unknownSubcommand(word, next, words, lang)
}

/** Parses; help and version are printed. Throws UsageError for whatever yargs refuses. */
const parse = async (program: Yargs, options: readonly string[], lang: Lang): Promise<void> => {
  try {
    await program
      .fail((message, error) => {
        throw error ?? new Error(message ?? '')
      })
      .parseAsync()
  } catch (error) {
    const { refusal } = await import('./words/refusal.js')
    throw refusal(error instanceof Error ? error.message : String(error), options, lang)
  }
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
  if (error instanceof OutputError) {
    const { path, detail } = error
    complain(
      say(
        lang,
        `写不了${path === undefined ? '标准输出' : ` ${path}`}（${detail}），结果没有写完`,
        `cannot write ${path ?? 'standard output'} (${detail}); the result is not complete`,
      ),
    )
    return EXIT.broken
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
