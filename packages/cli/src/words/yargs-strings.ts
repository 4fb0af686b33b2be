/** Marks the message that names what is unknown, so that a near match can be offered. */
export const UNKNOWN_ARGUMENT = 'UNKNOWN_ARGUMENT:'
/** Marks what is no choice of an option: name, what was given, the choices, all as JSON. */
export const NO_CHOICE = 'NO_CHOICE:'

const both = (text: string) => ({ one: text, other: text })

const MARKED = {
  'Unknown argument: %s': both(`${UNKNOWN_ARGUMENT}%s`),
  'Argument: %s, Given: %s, Choices: %s': `${NO_CHOICE}["%s",[%s],[%s]]`,
}

/** yargs' own words in Chinese: a bundled yargs loses its locale files, and speaks English without a word. */
const CHINESE = {
  'Commands:': '命令：',
  'Options:': '选项：',
  'Examples:': '示例：',
  'Positionals:': '参数：',
  boolean: '开关',
  string: '文字',
  number: '数字',
  array: '可重复',
  required: '必填',
  default: '默认',
  'default:': '默认：',
  'choices:': '可选：',
  aliases: '别名',
  'aliases:': '别名：',
  'Show help': '显示帮助',
  'Show version number': '显示版本号',
  'Not enough non-option arguments: got %s, need at least %s': both('参数不够：给了 %s 个，至少要 %s 个'),
  'Too many non-option arguments: got %s, maximum of %s': both('参数太多：给了 %s 个，至多 %s 个'),
  'Missing argument value: %s': both('选项缺少值：%s'),
  'Missing required argument: %s': both('缺少必填项：%s'),
  'Not enough arguments following: %s': '选项 --%s 后面缺少值',
  'Argument check failed: %s': '选项检查没有通过：%s',
  'Implications failed:': '缺少相关的选项：',
  'Arguments %s and %s are mutually exclusive': '选项 %s 和 %s 不能同时使用',
}

const ENGLISH = {
  'Not enough arguments following: %s': 'the option --%s needs a value',
}

/** The strings that yargs is to use. */
export const yargsStrings = (lang: 'zh' | 'en'): Readonly<Record<string, unknown>> =>
  lang === 'zh' ? { ...CHINESE, ...MARKED } : { ...ENGLISH, ...MARKED }
