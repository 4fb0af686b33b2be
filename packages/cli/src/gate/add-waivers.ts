import { lstat } from 'node:fs/promises'
import type { Waiver } from '@gouji/core'
import type { Lang } from '@gouji/reporters'
import { isMap, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { writeWhole } from '../output/write-whole.js'
import { readWaivers } from './read-waivers.js'

/**
 * Writes the waivers into the file, which is made where there is none: one of the same finding is replaced, all else
 * keeps its words and its comments. Throws UsageError where it is no file of waivers, OutputError where it cannot be written.
 */
export const addWaivers = async (path: string, waivers: readonly Waiver[], lang: Lang): Promise<void> => {
  const there = (await lstat(path).catch(() => null)) !== null
  // Read first as an audit reads it, which refuses what this library would be lost in.
  const document = parseDocument(there ? (await readWaivers(path, lang)).text : HEAD[lang])
  if (document.get('waivers') == null) document.set('waivers', document.createNode([]))
  const list = document.get('waivers') as YAMLSeq<unknown>
  list.flow = false
  for (const waiver of waivers) {
    const node = document.createNode(waiver)
    const at = list.items.findIndex((item) => isMap(item) && isOf(item, waiver))
    if (at < 0) list.items.push(node)
    else list.items[at] = node
  }
  await writeWhole(path, document.toString({ lineWidth: 0 }))
}

const SCHEMA = '# yaml-language-server: $schema=https://gouji.dev/schemas/waivers.schema.json'

const HEAD: Readonly<Record<Lang, string>> = {
  zh: `# 豁免：有人负责的问题。所见的内容一变，或过了 expires 这一天，豁免就失效。用 gouji waive 添加。\n${SCHEMA}\nwaivers:\n`,
  en: `# Findings that somebody answers for, on the values seen and until a day. Add one with gouji waive.\n${SCHEMA}\nwaivers:\n`,
}

const isOf = (item: YAMLMap, { body, year, fingerprint }: Waiver): boolean =>
  item.get('body') === body && item.get('year') === year && item.get('fingerprint') === fingerprint
