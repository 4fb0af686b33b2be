import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { type Lang, say } from '@gouji/reporters'
import { decodeJson } from '../inputs/decode-json.js'
import { UsageError } from '../usage-error.js'
import { shapeProblems, type Validator } from './shape-problems.js'
import { shownPath } from './shown-path.js'
import { type Problem, parseYaml, type YamlText } from './yaml-text.js'

/** A file of the project, read once. */
export interface YamlFile {
  readonly yaml: YamlText
  readonly text: string
  /** Of the bytes that were read, in hexadecimal. */
  readonly sha256: string
}

/** More than 10,000 bodies, or 1,000 waivers. */
const MOST_BYTES = 4 * 1024 * 1024

const MOST_TOLD = 100

/** Of a problem, which may quote a value. */
const LONGEST = 1000

/** Reads a YAML file of the project. Throws UsageError where it cannot be read. */
export const readYamlFile = async (file: string, lang: Lang): Promise<YamlFile> => {
  const shown = shownPath(file)
  const bytes = await readMost(file).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(say(lang, `打不开 ${shown}（${code}）`, `cannot open ${shown} (${code})`))
  })
  if (bytes === null) throw new UsageError(say(lang, `${shown} 超过 4 MiB`, `${shown} is larger than 4 MiB`))
  const text = await decodeJson(bytes).catch((cause: unknown) => {
    throw new UsageError(
      say(
        lang,
        `${shown}: 文字编码无法识别，请另存为 UTF-8`,
        `${shown}: the encoding is unknown; save the file as UTF-8`,
      ),
      { cause },
    )
  })
  return { yaml: parseYaml(text, lang), text, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** What is no YAML, and what the schema refuses of the rest. */
export const yamlProblems = (yaml: YamlText, validate: Validator, lang: Lang): readonly Problem[] =>
  yaml.value === undefined ? yaml.problems : [...yaml.problems, ...shapeProblems(validate, yaml, lang)]

/** No more is read than may be there, whatever kind of file it is. */
const readMost = async (file: string): Promise<Buffer | null> => {
  const handle = await open(file)
  try {
    if (!(await handle.stat()).isFile()) throw Object.assign(new Error('no file'), { code: 'EISDIR' })
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0)
    return bytesRead > MOST_BYTES ? null : buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Throws UsageError with all problems, in the order of the file; where there are none, nothing happens. */
export const refuseProblems = (file: string, problems: readonly Problem[], lang: Lang): void => {
  if (problems.length === 0) return
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column)
  const more = sorted.length - MOST_TOLD
  throw new UsageError([
    ...sorted
      .slice(0, MOST_TOLD)
      .map(
        ({ line, column, message }) =>
          `${shownPath(file)}:${line}:${column}: ${message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message}`,
      ),
    ...(more > 0 ? [say(lang, `另有 ${more} 个问题`, `and ${more} more problem(s)`)] : []),
  ])
}

/** Where in the file the value, or the key, stands: `file:line:column`. */
export const placeIn = (file: string, yaml: YamlText, pointer: string, of?: 'value' | 'key'): string => {
  const { line, column } = yaml.problemAt(pointer, '', of)
  return `${shownPath(file)}:${line}:${column}`
}
