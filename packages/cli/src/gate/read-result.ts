import { readFile } from 'node:fs/promises'
import { parseResult, type Result } from '@gouji/core'
import { type Lang, say, shapeText } from '@gouji/reporters'
import { decodeJson } from '../inputs/decode-json.js'
import { JsonSyntaxError, parseJson } from '../inputs/parse-json.js'
import { sha256Of } from '../inputs/sha256-of.js'
import { UsageError } from '../usage-error.js'

/** The result of an earlier run, its bytes and their hash. */
export interface ResultFile {
  readonly path: string
  readonly bytes: Buffer
  readonly sha256: string
  readonly result: Result
}

/** Reads what `--output json=…` wrote. Throws UsageError where it cannot be opened or is no such result. */
export const readResult = async (path: string, lang: Lang): Promise<ResultFile> => {
  const refuse = (zh: string, en: string, cause?: unknown): UsageError =>
    new UsageError(
      say(
        lang,
        `${path}${zh}；应是 gouji audit --output json=… 写出的结果`,
        `${path}${en}; it should be a result that gouji audit --output json=… wrote`,
      ),
      { cause },
    )
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(
      say(lang, `打不开结果文件 ${path}（${cause.code}）`, `cannot open the result ${path} (${cause.code})`),
      { cause },
    )
  })
  const text = await decodeJson(bytes).catch((cause: unknown) => {
    throw refuse(': 文字编码无法识别', ': is in an unknown encoding', cause)
  })
  const value = await parseJson(text).catch((cause: unknown) => {
    if (!(cause instanceof JsonSyntaxError)) throw cause
    const { line, column } = cause.fault
    throw refuse(`:${line}:${column}: JSON 语法错误`, `:${line}:${column}: JSON syntax error`, cause)
  })
  const parsed = parseResult(value)
  if ('problems' in parsed)
    throw refuse(
      `: 不是审核结果（${shapeText(parsed.problems, lang)}）`,
      `: is no result (${shapeText(parsed.problems, lang)})`,
    )
  return { path, bytes, sha256: sha256Of(bytes), result: parsed.result }
}
