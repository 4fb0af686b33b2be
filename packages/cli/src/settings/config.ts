import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { CATALOGUE_FORMATS, type CatalogueFormat, type Lang, say } from '@gouji/reporters'
import { decodeJson } from '../inputs/decode-json.js'
import { JsonSyntaxError, parseJson } from '../inputs/parse-json.js'
import { UsageError } from '../usage-error.js'
import { hint } from '../words/unknown.js'

/** From which severity a run fails. */
export const FAIL_ON = ['error', 'warning', 'note', 'never'] as const
export type FailOnName = (typeof FAIL_ON)[number]

/** What a config file settles; the command line goes before it. */
export interface Config {
  readonly packs?: readonly string[]
  /** Whether the packs that come with the program are loaded too; they are, where this is not said. */
  readonly bundled?: boolean
  readonly failOn?: FailOnName
  readonly lang?: Lang
  /** Of all commands, so one that each of them has; machines' formats go to files. */
  readonly format?: CatalogueFormat
  /** The folder of the file, from which its packs are looked up. */
  readonly folder: string
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const oneOf =
  (names: readonly string[]) =>
  (value: unknown): string | null =>
    names.includes(value as string) ? null : names.join(' | ')

/** Each key, and what its value must be; `null` where it is right. */
const KEYS: Readonly<Record<string, (value: unknown) => string | null>> = {
  packs: (value) => (Array.isArray(value) && value.every(isText) ? null : '["…"]'),
  bundled: (value) => (typeof value === 'boolean' ? null : 'true | false'),
  failOn: oneOf(FAIL_ON),
  lang: oneOf(['zh', 'en']),
  format: oneOf(CATALOGUE_FORMATS),
}

/** The config of the file, or of gouji.json in the working folder where there is one. Throws UsageError with all that is wrong with it. */
export const readConfig = async (given: string | undefined, lang: Lang): Promise<Config> => {
  const name = given ?? 'gouji.json'
  const folder = dirname(resolve(name))
  const bytes = await readFile(name).catch(({ code }: NodeJS.ErrnoException) => {
    if (given === undefined && code === 'ENOENT') return null
    throw new UsageError(say(lang, `打不开配置文件 ${name}（${code}）`, `cannot open the config ${name} (${code})`))
  })
  if (bytes === null) return { folder }
  const text = await decodeJson(bytes).catch((cause: unknown) => {
    throw new UsageError(
      say(
        lang,
        `${name}: 配置文件的文字编码无法识别，请另存为 UTF-8`,
        `${name}: the config is in an unknown encoding; save it as UTF-8`,
      ),
      { cause },
    )
  })
  const value = await parseJson(text).catch((cause: unknown) => {
    if (!(cause instanceof JsonSyntaxError)) throw cause
    const { line, column } = cause.fault
    throw new UsageError(
      say(
        lang,
        `${name}:${line}:${column}: 配置文件有 JSON 语法错误`,
        `${name}:${line}:${column}: JSON syntax error in the config`,
      ),
      { cause },
    )
  })
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(say(lang, `${name}: 配置文件应当是一个 JSON 对象`, `${name}: a config is a JSON object`))
  const problems = Object.entries(value).flatMap(([key, item]) => problemsOf(key, item, lang))
  if (problems.length > 0) throw new UsageError(problems.map((problem) => `${name}: ${problem}`))
  return { ...(value as Omit<Config, 'folder'>), folder }
}

const problemsOf = (key: string, value: unknown, lang: Lang): string[] => {
  if (key === '$schema') return []
  if (!Object.hasOwn(KEYS, key))
    return [say(lang, `没有“${key}”这一项，`, `there is no key “${key}”; `) + hint(key, Object.keys(KEYS), lang)]
  const right = KEYS[key]!(value)
  return right === null
    ? []
    : [say(lang, `“${key}”的值不对，应为 ${right}`, `the value of “${key}” is wrong; it should be ${right}`)]
}
