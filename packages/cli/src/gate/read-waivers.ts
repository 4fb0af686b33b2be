import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseWaiver, type Waiver } from '@gouji/core'
import { type Lang, type MalformedWaiver, say } from '@gouji/reporters'
import { type Document, isMap, isSeq, type Node } from 'yaml'
import { parseYaml } from '../inputs/parse-yaml.js'
import { UsageError } from '../usage-error.js'

/** A file of waivers as it stands: each entry with its line, the malformed ones apart. */
export interface WaiversFile {
  /** As it is shown. */
  readonly path: string
  readonly sha256: string
  readonly waivers: readonly { readonly waiver: Waiver; readonly line: number }[]
  readonly malformed: readonly MalformedWaiver[]
}

/** Reads gouji-waivers.yaml. Throws UsageError where it cannot be opened, is no YAML, or is no list of waivers. */
export const readWaivers = async (path: string, lang: Lang): Promise<WaiversFile> => {
  const bytes = await readFile(path).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(say(lang, `打不开豁免文件 ${path}（${code}）`, `cannot open the waivers ${path} (${code})`))
  })
  const { document, lineOf } = await parseYaml(bytes, path, lang)
  const entries = entriesOf(document)
  if (entries === null) throw notWaivers(path, lang)
  const waivers: { waiver: Waiver; line: number }[] = []
  const malformed: MalformedWaiver[] = []
  for (const item of entries) {
    const entry = parseWaiver(item.toJS(document, { maxAliasCount: 0 }))
    const line = lineOf(item)
    if ('waiver' in entry) waivers.push({ waiver: entry.waiver, line })
    else malformed.push({ line, problems: entry.problems })
  }
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), waivers, malformed }
}

/** The nodes of the list `waivers`, the file's only key; `null` where it is another document. */
export const entriesOf = ({ contents }: Document): readonly Node[] | null => {
  if (contents === null) return []
  if (!isMap(contents) || contents.items.length !== 1 || !contents.has('waivers')) return null
  const list = contents.get('waivers', true)
  if (isSeq(list)) return list.items as Node[]
  return contents.get('waivers') === null ? [] : null
}

/** What is said of a document that is no list of waivers. */
export const notWaivers = (path: string, lang: Lang): UsageError =>
  new UsageError(
    say(
      lang,
      `${path}: 豁免文件应只有 waivers 一项，下面逐条列出豁免`,
      `${path}: a file of waivers has one key, waivers, a list`,
    ),
  )
