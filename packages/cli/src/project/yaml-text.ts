import { escapeStep } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { Composer, type CST, isAlias, isCollection, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from 'yaml'

/** One thing wrong with a file, where it stands. Lines and columns count from 1. */
export interface Problem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** A YAML document as data, that still knows where everything stands. */
export interface YamlText {
  /** Undefined where it is no YAML, and in place of what is refused. */
  readonly value: unknown
  /** What is no YAML, or YAML that a config does without: aliases, tags, several documents. */
  readonly problems: readonly Problem[]
  /** The problem that `message` tells of the value, or of the key, that a JSON Pointer names. */
  problemAt(pointer: string, message: string, of?: 'value' | 'key'): Problem
  /** A single value as it is written. */
  sourceOf(pointer: string): string | undefined
}

/** No config is as deep; the parser keeps what is deeper than its own stack, and runs out of memory. */
const DEEPEST = 64

/** Reads a YAML text that may be hostile: nothing in it runs, repeats itself, or is deeper than a config can be. */
export const parseYaml = (text: string, lang: Lang): YamlText => {
  const lines = new LineCounter()
  const problems: Problem[] = []
  const offsets = { value: new Map<string, number>(), key: new Map<string, number>() }
  const sources = new Map<string, string>()
  const problem = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1), message }
  }
  const refuse = (offset: number, zh: string, en: string): void =>
    void problems.push(problem(offset, say(lang, zh, en)))

  const dataOf = (node: unknown, pointer: string, around: number): unknown => {
    const [start = around] = (isScalar(node) || isCollection(node) || isAlias(node) ? node.range : null) ?? []
    offsets.value.set(pointer, start)
    if (isAlias(node)) {
      refuse(start, '这里不能用别名（*名称），请写出值', 'no aliases (*name) here: write the value')
      return undefined
    }
    if ((isScalar(node) || isCollection(node)) && node.tag !== undefined)
      refuse(start, '这里不能用标签（!名称）', 'no tags (!name) here')
    if (isMap(node)) return recordOf(node.items, pointer, start)
    if (isSeq(node)) return node.items.map((item, index) => dataOf(item, `${pointer}/${index}`, start))
    if (!isScalar(node)) return null
    sources.set(pointer, node.source ?? String(node.value))
    return node.value
  }

  const recordOf = (
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    pointer: string,
    around: number,
  ) => {
    const entries = new Map<string, unknown>()
    for (const { key, value } of pairs) {
      const start = (isScalar(key) || isCollection(key) || isAlias(key) ? key.range?.[0] : undefined) ?? around
      if (!isScalar(key)) {
        refuse(start, '键应当是一个名称', 'a key is a name')
        continue
      }
      const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
      if (entries.has(name)) refuse(start, `“${name}”写了两次`, `“${name}” is written twice`)
      const own = `${pointer}/${escapeStep(name)}`
      offsets.key.set(own, start)
      entries.set(name, dataOf(value, own, start))
    }
    return Object.fromEntries(entries)
  }

  let value: unknown
  const tokens = tokensOf(text, lines)
  if (typeof tokens === 'number') refuse(tokens, '嵌套太深', 'nested too deep')
  else {
    // Keys are compared here: the library compares each with all others, which takes a minute for a hostile file.
    const documents = new Composer({ schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false })
    const [document, second] = firstTwo(documents.compose(tokens, true, text.length))
    for (const { message, pos } of document?.errors ?? [])
      refuse(pos[0], `YAML 语法错误：${message}`, `YAML syntax error: ${message}`)
    if (second)
      refuse(second.range[0], '一个文件里只能有一份文档（多了 ---）', 'one document a file, please (there is a ---)')
    if (problems.length === 0) value = dataOf(document?.contents ?? null, '', 0)
  }
  return {
    value,
    problems,
    problemAt: (pointer, message, of = 'value') => problem(offsets[of].get(pointer) ?? 0, message),
    sourceOf: (pointer) => sources.get(pointer),
  }
}

const firstTwo = <Item>(items: Iterable<Item>): Item[] => {
  const found: Item[] = []
  for (const item of items) if (found.push(item) === 2) break
  return found
}

/** The text's tokens; where it is too deep, the offset at which it is. */
const tokensOf = (text: string, lines: LineCounter): CST.Token[] | number => {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > DEEPEST) return parser.offset
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}
