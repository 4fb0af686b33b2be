import { say } from '@gouji/reporters'
import type { YargsArguments, YargsOption } from 'yargs'
import type { ExitStatus } from './exit-status.js'
import {
  asOfOption,
  auditOptions,
  diffOptions,
  formatOption,
  givenOptions,
  initOptions,
  limitOption,
  lockOptions,
  type Options,
  packOptions,
  verifyOptions,
  waiveOptions,
} from './settings/options.js'

/** A text in Chinese and in English. */
export type Words = readonly [zh: string, en: string]

/** What a command does with its arguments. */
export type Run = (args: YargsArguments) => Promise<ExitStatus>

/** A command as its help shows it. What it does is loaded only when it runs. */
export interface CommandDescription {
  readonly positionals: string
  readonly summary: Words
  readonly usage: Words
  readonly about: Readonly<Record<string, Pick<YargsOption, 'choices'> & { readonly words: Words }>>
  readonly options: (lang: 'zh' | 'en') => Options
  readonly examples: readonly (readonly [command: string, words: Words])[]
  readonly epilogue?: Words
  readonly load: () => Promise<Run>
}

const showing = (lang: 'zh' | 'en'): Options => ({ ...formatOption(lang), ...packOptions(lang) })

/** Every command, in the order of the help. */
export const COMMANDS: Readonly<Record<string, CommandDescription>> = {
  audit: {
    positionals: '[paths..]',
    summary: [
      '审核报告：文件、文件夹、通配符，或 - 读标准输入',
      'audit reports: files, folders, globs, or - for standard input',
    ],
    usage: ['<报告…> [选项]', '<reports…> [options]'],
    about: {
      paths: {
        words: [
          '文件（网页、Word、PDF、Excel、文本、报告 JSON）、文件夹、通配符，或 -',
          'files (web pages, Word, PDF, Excel, text, report JSON), folders, globs, or -',
        ],
      },
    },
    options: auditOptions,
    examples: [
      ['gouji audit 报告.docx', ['审核一份报告', 'audit one report']],
      [
        'gouji audit 报告/ --output json=结果.json',
        ['审核整个文件夹，另存 JSON', 'audit a folder, and write JSON too'],
      ],
      ["gouji audit '报告/**/*2020*.pdf' --fail-on warning", ['有疑点也算不通过', 'warnings fail too']],
      ['cat 报告.txt | gouji audit - --year 2020', ['从标准输入读，指定年度', 'from standard input, the year given']],
    ],
    epilogue: [
      '退出状态：0 通过；1 有不通过或未能完成的报告；2 用法、配置、规则包有误，或有文件读不了；3 程序内部出错。',
      'Exit status: 0 passed; 1 a report failed or is incomplete; 2 usage, config, pack or an unreadable file; 3 something broke inside.',
    ],
    load: async () => (await import('./commands/audit.js')).audit,
  },
  waive: {
    positionals: '<path> <finding>',
    summary: [
      '豁免一份报告的一个问题：写入 gouji-waivers.yaml',
      'waive a finding of a report: written to gouji-waivers.yaml',
    ],
    usage: [
      '<报告> <问题> --reason … --approver … --expires … [选项]',
      '<report> <finding> --reason … --approver … --expires … [options]',
    ],
    about: {
      path: { words: ['一份报告', 'one report'] },
      finding: {
        words: [
          '问题的指纹，如 sum/requests-row:granted；这条规则只有一处时写规则编号也可以',
          'fingerprint of the finding, such as sum/requests-row:granted, or its rule where it is the only one',
        ],
      },
    },
    options: waiveOptions,
    examples: [
      [
        'gouji waive 报告.docx sum/requests-row:granted --reason 台账如此 --approver 李四 --expires 2026-12-31',
        ['豁免到年底，数字一变就失效', 'until the end of the year, void when a number changes'],
      ],
    ],
    load: async () => (await import('./commands/waive.js')).waive,
  },
  verify: {
    positionals: '<result>',
    summary: [
      '核对以前的结果：重新审核一遍，看是否逐字节相同',
      'verify an earlier result: audit again, and compare byte by byte',
    ],
    usage: ['<结果.json> [选项]', '<result.json> [options]'],
    about: { result: { words: ['gouji audit --output json=… 写出的结果', 'what gouji audit --output json=… wrote'] } },
    options: verifyOptions,
    examples: [
      ['gouji verify 结果.json', ['在当时运行的文件夹里核对', 'in the folder that the run was in']],
      ['gouji verify 结果.json --format json', ['给程序用', 'for a program']],
    ],
    epilogue: [
      '退出状态：0 完全相同；1 有不同，说明是报告、规则包、工具还是别的变了；2 结果读不了或规则包有误；3 两种判断方式不一致，或程序出错。',
      'Exit status: 0 the same; 1 it differs, and what has changed is told; 2 the result cannot be read, or a pack is wrong; 3 the judges differ, or something broke.',
    ],
    load: async () => (await import('./commands/verify.js')).verify,
  },
  read: {
    positionals: '<path>',
    summary: ['把一份文件读成报告 JSON', 'read a document into report JSON'],
    usage: ['<文件> [选项]', '<file> [options]'],
    about: { path: { words: ['一份报告，或 -', 'one report, or -'] } },
    options: (lang) => ({ ...givenOptions(lang), ...limitOption(lang), ...packOptions(lang) }),
    examples: [['gouji read 报告.pdf > 报告.json', ['存成报告 JSON', 'keep the report as JSON']]],
    load: async () => (await import('./commands/read.js')).read,
  },
  rules: {
    positionals: '',
    summary: ['列出会查的全部规则', 'list every rule that would be checked'],
    usage: ['[选项]', '[options]'],
    about: {},
    options: showing,
    examples: [['gouji rules --format markdown', ['列成 Markdown 表格', 'as a Markdown table']]],
    load: async () => (await import('./commands/rules.js')).rules,
  },
  explain: {
    positionals: '<rule>',
    summary: ['说明一条规则：查什么、依据、何时无法判断、示例', 'explain a rule: what it checks, its basis, examples'],
    usage: ['<规则> [选项]', '<rule> [options]'],
    about: { rule: { words: ['规则编号，如 sum/requests-balance', 'id of the rule, such as sum/requests-balance'] } },
    options: showing,
    examples: [['gouji explain sum/requests-balance', ['说明一条规则', 'explain one rule']]],
    load: async () => (await import('./commands/explain.js')).explain,
  },
  packs: {
    positionals: '',
    summary: ['列出已加载的规则包：版本、适用年度、有效期', 'list the loaded packs: version, report years, validity'],
    usage: ['[选项]', '[options]'],
    about: {},
    options: (lang) => ({ ...showing(lang), ...asOfOption(lang, say(lang, '规则包和配置：', 'Packs and config:')) }),
    examples: [
      ['gouji packs --pack 我的规则/dist', ['加上自己的规则包', 'with a pack of your own']],
      ['gouji packs diff --help', ['比较两个规则包', 'compare two packs']],
      ['gouji packs lock', ['锁定规则包', 'lock the packs']],
    ],
    load: async () => (await import('./commands/packs.js')).packs,
  },
  'packs diff': {
    positionals: '<from> <to>',
    summary: [
      '比较两个规则包：规则、格式，以及对同一批报告的结论',
      'compare two packs: rules, form, and what they say of the same reports',
    ],
    usage: ['<旧包> <新包> [选项]', '<from> <to> [options]'],
    about: {
      from: {
        words: ['旧包：pack.json、它所在的文件夹、包名', 'the pack before: a pack.json, its folder, or a pack’s name'],
      },
      to: { words: ['新包，写法相同', 'the pack after, given likewise'] },
    },
    options: diffOptions,
    examples: [
      ['gouji packs diff @gouji/rules-2020 我的规则', ['规则、格式有哪些不同', 'what rules and form differ in']],
      [
        'gouji packs diff 旧包 新包 --reports 报告/',
        ['再看哪些报告的结论会变', 'and of which reports the verdict changes'],
      ],
      ['gouji packs diff 旧包 新包 --format markdown', ['写成合并请求里的评论', 'as a comment on a pull request']],
    ],
    epilogue: [
      '退出状态：0 比较完毕，有无不同都是 0；2 用法、配置、规则包有误，或有报告读不了；3 程序内部或规则出错。',
      'Exit status: 0 compared, whether or not they differ; 2 usage, config, pack or an unreadable report; 3 a rule or something inside broke.',
    ],
    load: async () => (await import('./commands/packs-diff.js')).packsDiff,
  },
  'packs lock': {
    positionals: '',
    summary: [
      '锁定规则包：此后的审核只用现在加载的这些',
      'lock the packs: from now on audits go by the ones that are loaded now',
    ],
    usage: ['[选项]', '[options]'],
    about: {},
    options: lockOptions,
    examples: [
      ['gouji packs lock', ['在配置旁写出 gouji.lock.yaml', 'write gouji.lock.yaml beside the config']],
      ['gouji packs lock --check', ['持续集成里检查锁定文件是否最新', 'in CI: is the lock up to date?']],
    ],
    load: async () => (await import('./commands/packs-lock.js')).packsLock,
  },
  pack: {
    positionals: '<action> <folder>',
    summary: [
      '编写规则包：check 检查、test 运行示例、build 构建、release 记下已发布的规则',
      'for rule authors: check, test, build or release a pack',
    ],
    usage: ['<build|check|test|release> <文件夹>', '<build|check|test|release> <folder>'],
    about: {
      action: { choices: ['build', 'check', 'test', 'release'], words: ['构建、检查、测试或记下发布', 'what to do'] },
      folder: { words: ['规则包源文件夹，内有 pack.yaml', 'the folder with pack.yaml'] },
    },
    options: () => ({}),
    examples: [
      ['gouji pack check 我的规则', ['列出全部问题，带文件和行号', 'list every problem with file and line']],
      ['gouji pack build 我的规则', ['写出 我的规则/dist/pack.json', 'write dist/pack.json']],
      ['gouji pack test 我的规则', ['运行每条规则的示例', 'run the examples of every rule']],
      [
        'gouji pack release 我的规则',
        [
          '发布时运行：写出 published.json，此后规则改动必须换版本',
          'when publishing: a later change needs a new version',
        ],
      ],
    ],
    load: async () => (await import('./commands/pack.js')).pack,
  },
  init: {
    positionals: '[folder]',
    summary: ['写出配置文件 gouji.config.yaml 和把关流程', 'write a gouji.config.yaml, and the workflow of a gate'],
    usage: ['[文件夹] [选项]', '[folder] [options]'],
    about: { folder: { words: ['写到哪个文件夹，默认当前文件夹', 'where; the working folder where not given'] } },
    options: initOptions,
    examples: [
      ['gouji init', ['按文件夹里已有的选把关流程', 'the workflow that suits what is in the folder']],
      ['gouji init --workflow gitlab', ['另写 GitLab 的流水线', 'with a GitLab pipeline']],
    ],
    epilogue: ['已有的文件从不覆盖。', 'No file that is there is overwritten.'],
    load: async () => (await import('./commands/init.js')).init,
  },
  completion: {
    positionals: '<shell>',
    summary: ['打印命令行补全脚本', 'print a script that completes commands in a shell'],
    usage: ['<bash|zsh|fish>', '<bash|zsh|fish>'],
    about: { shell: { choices: ['bash', 'zsh', 'fish'], words: ['哪种命令行', 'which shell'] } },
    options: () => ({}),
    examples: [
      ['source <(gouji completion bash)', ['写进 ~/.bashrc', 'in ~/.bashrc']],
      ['source <(gouji completion zsh)', ['写进 ~/.zshrc，在 compinit 之后', 'in ~/.zshrc, after compinit']],
      ['gouji completion fish > ~/.config/fish/completions/gouji.fish', ['fish 自己会读', 'fish reads it by itself']],
    ],
    load: async () => {
      const { completion } = await import('./commands/completion.js')
      // Given rather than imported there: what two parts import is a file of its own, which every start would load.
      return (args) => completion(args, COMMANDS)
    },
  },
}
