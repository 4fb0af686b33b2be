import { readFile } from 'node:fs/promises'
import type { Waiver } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { Document, isMap, type YAMLMap, type YAMLSeq } from 'yaml'
import { parseYaml } from '../inputs/parse-yaml.js'
import { openAtomically } from '../output/atomic-file.js'
import { entriesOf, notWaivers } from './read-waivers.js'

/** Writes the waivers into the file, which is made where there is none: one of the same finding is replaced, all else stays as it was. */
export const addWaivers = async (path: string, waivers: readonly Waiver[], lang: Lang): Promise<void> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return Buffer.from('')
  })
  const { document } = await parseYaml(bytes, path, lang)
  const target = document.contents === null ? newDocument(lang, document) : document
  const entries = entriesOf(target)
  if (entries === null) throw notWaivers(path, lang)
  if (entries.length === 0) target.set('waivers', target.createNode([]))
  const list = target.get('waivers') as YAMLSeq<unknown>
  list.flow = false
  for (const waiver of waivers) {
    const node = target.createNode(waiver)
    const at = list.items.findIndex((item) => isMap(item) && isOf(item, waiver))
    if (at < 0) list.items.push(node)
    else list.items[at] = node
  }
  const file = await openAtomically(path)
  try {
    await file.write(target.toString({ lineWidth: 0 }))
    await file.commit()
  } catch (error) {
    await file.abandon()
    throw error
  }
}

const newDocument = (lang: Lang, { commentBefore, comment }: Document): Document => {
  const document = new Document({ waivers: [] })
  document.commentBefore =
    commentBefore ??
    comment ??
    say(
      lang,
      ' 豁免：有人负责、到期失效的问题。数值一变就失效。用 gouji waive 添加。\n yaml-language-server: $schema=https://gouji.dev/schemas/waivers.schema.json',
      ' Findings that somebody answers for, until a day. A changed value voids a waiver. Add one with gouji waive.\n yaml-language-server: $schema=https://gouji.dev/schemas/waivers.schema.json',
    )
  return document
}

const isOf = (item: YAMLMap, { body, year, fingerprint }: Waiver): boolean =>
  item.get('body') === body && item.get('year') === year && item.get('fingerprint') === fingerprint
