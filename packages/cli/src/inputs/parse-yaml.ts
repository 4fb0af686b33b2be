import { type Lang, say } from '@gouji/reporters'
import { type Document, isAlias, isNode, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { UsageError } from '../usage-error.js'
import { decodeJson } from './decode-json.js'

/** A YAML document whose nodes know their places. */
export interface YamlFile {
  readonly document: Document
  /** The line on which a node begins, from 1. */
  lineOf(node: Node): number
}

/** Far more than anybody writes by hand, in bytes. */
const LARGEST = 4 * 1024 * 1024

/** The YAML document of a file's bytes. Throws UsageError with every fault's line; aliases and tags are faults, too. */
export const parseYaml = async (bytes: Buffer, path: string, lang: Lang): Promise<YamlFile> => {
  if (bytes.length > LARGEST)
    throw new UsageError(say(lang, `${path}: 文件太大，应小于 4 MiB`, `${path}: is larger than 4 MiB`))
  const lines = new LineCounter()
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${path}:${line}:${col}`
  }
  const text = await decodeJson(bytes).catch((cause: unknown) => {
    throw new UsageError(
      say(lang, `${path}: 文字编码无法识别，请另存为 UTF-8`, `${path}: is in an unknown encoding; save it as UTF-8`),
      { cause },
    )
  })
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    const faults = document.errors.map(
      ({ pos, message }) =>
        place(pos[0]) + say(lang, `: YAML 语法有误（${message}）`, `: YAML syntax error (${message})`),
    )
    if (faults.length === 0) faults.push(...oddities(document, place, lang))
    if (faults.length > 0) throw new UsageError(faults.slice(0, MOST))
    return { document, lineOf: ({ range }) => lines.linePos(range?.[0] ?? 0).line }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new UsageError(say(lang, `${path}: 层次太深，读不了`, `${path}: is nested too deep`), { cause })
  }
}

/** How many faults of one file are told. */
const MOST = 20

/** What YAML has and nobody needs here: an alias may stand for a million values, a tag for another type. */
const oddities = (document: Document, place: (offset: number) => string, lang: Lang): string[] => {
  const found: string[] = []
  visit(document, (_, node) => {
    if (!isNode(node)) return
    const at = place(node.range?.[0] ?? 0)
    if (isAlias(node)) found.push(at + say(lang, ': 不能用别名（*名字）', ': an alias (*name) is not taken'))
    else if (node.tag?.startsWith('!') === true)
      found.push(at + say(lang, ': 不能用标签（!名字）', ': a tag (!name) is not taken'))
  })
  return found
}
