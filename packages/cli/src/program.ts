import { type Lang, say } from '@gouji/reporters'
import yargs, { type Yargs, type YargsArguments } from 'yargs'
import { COMMANDS, type CommandDescription, type Words } from './command-list.js'
import { withDashes } from './settings/arguments.js'
import { yargsStrings } from './words/yargs-strings.js'

/** The command line without a command: help and version. */
export const describeProgram = (args: readonly string[], lang: Lang): Yargs => {
  const program = basics(args, 'gouji', lang)
    .usage(
      say(
        lang,
        '勾稽 gouji：审核政府信息公开工作年度报告\n\n用法：gouji <命令> [选项]',
        'gouji audits annual reports on open government information\n\nUsage: gouji <command> [options]',
      ),
    )
    .example('gouji audit 报告.txt', say(lang, '审核一份报告', 'audit one report'))
    .example('gouji explain date/deadline', say(lang, '说明一条规则', 'explain a rule'))
    .epilogue(
      say(lang, '各命令的选项和示例：gouji <命令> --help', 'Options and examples of a command: gouji <command> --help'),
    )
    .version('version', say(lang, '显示版本号', 'show the version'), GOUJI_VERSION)
  for (const [name, { positionals, summary }] of Object.entries(COMMANDS))
    program.command(
      `${name} ${positionals}`.trim(),
      say(lang, ...summary),
      (y) => y,
      () => {},
    )
  return program
}

/**
 * One command's line; its arguments are given to `run`. It is described as a program of its own: after a command among
 * others yargs draws the whole help beforehand, which costs more than an audit.
 */
export const describeCommand = (
  name: string,
  args: readonly string[],
  lang: Lang,
  run: (args: YargsArguments) => void,
): Yargs => {
  const words = (text: Words): string => say(lang, ...text)
  const { positionals, summary, usage, about, options, examples, epilogue } = COMMANDS[name] as CommandDescription
  const title = say(lang, '用法：', 'Usage: ')
  const program = basics(args, `gouji ${name}`, lang)
    .version(false)
    .usage(`${words(summary)}\n\n${title}gouji ${name} ${words(usage)}`)
    .command(
      `$0 ${positionals}`.trim(),
      '',
      (y) => {
        for (const [positional, { words: text, ...rest }] of Object.entries(about))
          y.positional(positional, { type: 'string', describe: words(text), ...rest })
        return y
      },
      run,
    )
    .options(options(lang))
  for (const [command, text] of examples) program.example(command, words(text))
  return epilogue === undefined ? program : program.epilogue(words(epilogue))
}

const basics = (args: readonly string[], name: string, lang: Lang): Yargs =>
  yargs(withDashes(args))
    .scriptName(name)
    .locale('en')
    .updateStrings(yargsStrings(lang))
    .parserConfiguration({ 'camel-case-expansion': false, 'dot-notation': false, 'parse-positional-numbers': false })
    .exitProcess(false)
    .option('lang', {
      type: 'string',
      requiresArg: true,
      choices: ['zh', 'en'],
      describe: say(lang, '输出的语言，默认 zh', 'language of all output; zh where not given'),
    })
    .help('help', say(lang, '显示帮助', 'show help'))
    .strict()
    .showHelpOnFail(false)
    .wrap(Math.min(process.stdout.columns ?? 100, 100))
