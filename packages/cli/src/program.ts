import { type Lang, say } from '@gouji/reporters'
import yargs, { type Yargs, type YargsArguments } from 'yargs'
import type { ExitStatus } from './exit-status.js'
import { yargsStrings } from './words/yargs-strings.js'

/** Every command, for the near match of one that is misspelt. */
export const COMMANDS = ['audit', 'read', 'rules', 'explain', 'packs', 'pack'] as const

/** What a command does, its module loaded only when it runs. */
type Run = (args: YargsArguments) => Promise<ExitStatus>

/** The command line, without its parsing. Each command's status is given to `done`. */
export const describeProgram = (args: readonly string[], lang: Lang, done: (status: ExitStatus) => void): Yargs => {
  const run =
    (load: () => Promise<Run>) =>
    async (parsed: YargsArguments): Promise<void> =>
      done(await (await load())(parsed))
  const options = () => import('./settings/options.js')
  return yargs(args)
    .scriptName('gouji')
    .locale('en')
    .updateStrings(yargsStrings(lang))
    .parserConfiguration({ 'boolean-negation': true, 'camel-case-expansion': false, 'parse-positional-numbers': false })
    .exitProcess(false)
    .usage(
      say(
        lang,
        '勾稽 gouji：审核政府信息公开工作年度报告\n\n用法：gouji <命令> [选项]',
        'gouji audits annual reports on open government information\n\nUsage: gouji <command> [options]',
      ),
    )
    .command(
      'audit [paths..]',
      say(
        lang,
        '审核报告：文件、文件夹、通配符，或 - 读标准输入',
        'audit reports: files, folders, globs, or - for standard input',
      ),
      async (y) =>
        y
          .usage(say(lang, '用法：gouji audit <报告…> [选项]', 'Usage: gouji audit <reports…> [options]'))
          .positional('paths', { type: 'string',
            describe: say(
              lang,
              '报告所在的文件（.txt、报告 JSON）、文件夹、通配符，或 -',
              'files (.txt, report JSON), folders, globs, or -',
            ),
          })
          .options((await options()).auditOptions(lang))
          .example('gouji audit 报告.txt', say(lang, '审核一份报告', 'audit one report'))
          .example(
            'gouji audit 报告/ --output json=结果.json',
            say(lang, '审核整个文件夹，另存 JSON', 'audit a folder, and write JSON too'),
          )
          .example(
            "gouji audit '报告/**/*2020*.txt' --fail-on warning",
            say(lang, '有疑点也算不通过', 'warnings fail too'),
          )
          .example(
            'cat 报告.txt | gouji audit - --year 2020',
            say(lang, '从标准输入读，指定年度', 'from standard input, the year given'),
          )
          .epilogue(
            say(
              lang,
              '退出状态：0 通过；1 有不通过或未能完成的报告；2 用法、配置、规则包有误或有文件读不了；3 程序内部出错。',
              'Exit status: 0 passed; 1 a report failed or is incomplete; 2 usage, config, pack or an unreadable file; 3 something broke inside.',
            ),
          ),
      run(async () => (await import('./commands/audit.js')).audit),
    )
    .command(
      'read <path>',
      say(lang, '把一份文件读成报告 JSON', 'read a document into report JSON'),
      async (y) => {
        const { givenOptions, packOptions } = await options()
        return y
          .usage(say(lang, '用法：gouji read <文件> [选项]', 'Usage: gouji read <file> [options]'))
          .positional('path', { type: 'string', describe: say(lang, '一份报告，或 -', 'one report, or -') })
          .options({ ...givenOptions(lang), ...packOptions(lang) })
          .example('gouji read 报告.txt > 报告.json', say(lang, '存成报告 JSON', 'keep the report as JSON'))
      },
      run(async () => (await import('./commands/read.js')).read),
    )
    .command(
      'rules',
      say(lang, '列出会查的全部规则', 'list every rule that would be checked'),
      async (y) => {
        const { formatOption, packOptions } = await options()
        return y
          .usage(say(lang, '用法：gouji rules [选项]', 'Usage: gouji rules [options]'))
          .options({ ...formatOption(lang), ...packOptions(lang) })
          .example('gouji rules --format markdown', say(lang, '列成 Markdown 表格', 'as a Markdown table'))
      },
      run(async () => (await import('./commands/rules.js')).rules),
    )
    .command(
      'explain <rule>',
      say(
        lang,
        '说明一条规则：查什么、依据、何时无法判断、示例',
        'explain a rule: what it checks, its basis, examples',
      ),
      async (y) => {
        const { formatOption, packOptions } = await options()
        return y
          .usage(say(lang, '用法：gouji explain <规则> [选项]', 'Usage: gouji explain <rule> [options]'))
          .positional('rule', {
            type: 'string',
            describe: say(lang, '规则编号，如 sum/requests-balance', 'id of the rule, such as sum/requests-balance'),
          })
          .options({ ...formatOption(lang), ...packOptions(lang) })
          .example('gouji explain sum/requests-balance', say(lang, '说明一条规则', 'explain one rule'))
      },
      run(async () => (await import('./commands/explain.js')).explain),
    )
    .command(
      'packs',
      say(lang, '列出已加载的规则包：版本、适用年度、有效期', 'list the loaded packs: version, report years, validity'),
      async (y) => {
        const { formatOption, packOptions } = await options()
        return y
          .usage(say(lang, '用法：gouji packs [选项]', 'Usage: gouji packs [options]'))
          .options({ ...formatOption(lang), ...packOptions(lang) })
      },
      run(async () => (await import('./commands/packs.js')).packs),
    )
    .command(
      'pack <action> <folder>',
      say(lang, '编写规则包：build 构建、check 检查、test 运行示例', 'for rule authors: build, check or test a pack'),
      (y) =>
        y
          .usage(
            say(lang, '用法：gouji pack <build|check|test> <文件夹>', 'Usage: gouji pack <build|check|test> <folder>'),
          )
          .positional('action', {
            type: 'string',
            choices: ['build', 'check', 'test'],
            describe: say(lang, '构建、检查或测试', 'what to do'),
          })
          .positional('folder', {
            type: 'string',
            describe: say(lang, '规则包源文件夹，内有 pack.yaml', 'the folder with pack.yaml'),
          })
          .example(
            'gouji pack check 我的规则',
            say(lang, '列出全部问题，带文件和行号', 'list every problem with file and line'),
          )
          .example('gouji pack build 我的规则', say(lang, '写出 我的规则/dist/pack.json', 'write dist/pack.json'))
          .example('gouji pack test 我的规则', say(lang, '运行每条规则的示例', 'run the examples of every rule')),
      run(async () => (await import('./commands/pack.js')).pack),
    )
    .option('lang', {
      type: 'string',
      requiresArg: true,
      choices: ['zh', 'en'],
      describe: say(lang, '输出的语言，默认 zh', 'language of all output; zh where not given'),
    })
    .example('gouji audit 报告.txt', say(lang, '审核一份报告', 'audit one report'))
    .example('gouji explain date/deadline', say(lang, '说明一条规则', 'explain a rule'))
    .help('help', say(lang, '显示帮助', 'show help'))
    .version('version', say(lang, '显示版本号', 'show the version'), GOUJI_VERSION)
    .strict()
    .strictCommands()
    .showHelpOnFail(false)
    .wrap(Math.min(process.stdout.columns ?? 100, 100))
}
