import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Lang, say } from '@gouji/reporters'
import { isGlob } from '../inputs/is-glob.js'
import { UsageError } from '../usage-error.js'
import { isThere } from './is-there.js'
import { shownPath } from './shown-path.js'

const NAME = 'gouji.config.yaml'

/** Names that are not read, and that somebody may believe to be. */
const UNREAD = ['gouji.json', 'gouji.config.yml', 'gouji.config.json']

/**
 * The config of the inputs: the nearest above each, or above the working folder where there are none; `null` where
 * there is none. Throws UsageError where inputs have different ones, or where a config of another name would be missed.
 */
export const findConfig = (inputs: readonly string[], lang: Lang): string | null => {
  refuseUnread(lang)
  const nearest = new Map<string, string | null>()
  const found = new Map<string | null, string>()
  for (const input of inputs.length === 0 ? ['-'] : inputs) {
    const config = nearestFrom(startOf(input), nearest)
    if (!found.has(config)) found.set(config, input)
  }
  if (found.size > 1)
    throw new UsageError([
      say(
        lang,
        '这些报告的配置不同，请分开审核，或用 --config 指定一份（--no-config 都不用）：',
        'these reports have different configs: audit them apart, or name one with --config (--no-config uses none):',
      ),
      ...[...found].map(
        ([config, input]) => `  ${input}: ${config === null ? say(lang, '没有配置', 'no config') : shownPath(config)}`,
      ),
    ])
  return [...found.keys()][0]!
}

const refuseUnread = (lang: Lang): void => {
  const name = UNREAD.find((each) => isThere(resolve(each)))
  if (name === undefined || isThere(resolve(NAME))) return
  throw new UsageError(
    say(
      lang,
      `当前文件夹的 ${name} 不会被读取：配置现在写在 ${NAME} 里，请改写过去（见 docs/config.md）；不是配置就改名，或加 --no-config`,
      `the ${name} of this folder is not read: the config is ${NAME} now; write it there (docs/config.md). If it is no config, rename it or give --no-config`,
    ),
  )
}

/** The folder above which an input's config is looked for. */
const startOf = (input: string): string => {
  if (input === '-') return resolve('.')
  const found = statOf(input)
  if (found?.isDirectory()) return resolve(input)
  if (found !== undefined || !isGlob(input)) return dirname(resolve(input))
  const steps = input.split('/')
  return resolve(steps.slice(0, steps.findIndex(isGlob)).join('/') || (input.startsWith('/') ? '/' : '.'))
}

const statOf = (path: string) => {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

const nearestFrom = (folder: string, known: Map<string, string | null>): string | null => {
  const before = known.get(folder)
  if (before !== undefined) return before
  const file = join(folder, NAME)
  const parent = dirname(folder)
  const nearest = isThere(file) ? file : parent === folder ? null : nearestFrom(parent, known)
  known.set(folder, nearest)
  return nearest
}
