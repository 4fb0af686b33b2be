import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { FORMATS, type Format, type Lang, say } from '@gouji/reporters'
import { decodeJson } from '../inputs/decode-json.js'
import { UsageError } from '../usage-error.js'
import { nearMatch } from '../words/near-match.js'

/** From which severity a run fails. */
export const FAIL_ON = ['error', 'warning', 'note', 'never'] as const
export type FailOnName = (typeof FAIL_ON)[number]

/** What a config file settles; the command line goes before it. */
export interface Config {
  readonly packs?: readonly string[]
  readonly failOn?: FailOnName
  readonly lang?: Lang
  readonly format?: Format
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
  failOn: oneOf(FAIL_ON),
  lang: oneOf(['zh', 'en']),
  format: oneOf(FORMATS),
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
  const text = await decodeJson(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const { findJsonFault } = await import('../inputs/json-fault.js')
    const { line, column } = findJsonFault(text)
    throw new UsageError(
      say(
        lang,
        `${name}:${line}:${column}: 配置文件有 JSON 语法错误`,
        `${name}:${line}:${column}: JSON syntax error in the config`,
      ),
      { cause },
    )
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(say(lang, `${name}: 配置文件应当是一个 JSON 对象`, `${name}: a config is a JSON object`))
  const problems = Object.entries(value).flatMap(([key, item]) => problemsOf(key, item, lang))
  if (problems.length > 0) throw new UsageError(problems.map((problem) => `${name}: ${problem}`))
  return { ...(value as Omit<Config, 'folder'>), folder }
}

const problemsOf = (key: string, value: unknown, lang: Lang): string[] => {
  if (key === '$schema') return []
  if (!Object.hasOwn(KEYS, key)) {
    const near = nearMatch(key, Object.keys(KEYS))
    const known = Object.keys(KEYS).join(say(lang, '、', ', '))
    return [
      near === undefined
        ? say(lang, `没有“${key}”这一项，可用的有：${known}`, `there is no key “${key}”; there are ${known}`)
        : say(lang, `没有“${key}”这一项，是不是“${near}”？`, `there is no key “${key}”; did you mean “${near}”?`),
    ]
  }
  const right = KEYS[key]!(value)
  return right === null
    ? []
    : [say(lang, `“${key}”的值不对，应为 ${right}`, `the value of “${key}” is wrong; it should be ${right}`)]
}
