import { parseWaiver, type Waiver } from '@gouji/core'
import { type Lang, type MalformedWaiver, say } from '@gouji/reporters'
import { readYamlFile, refuseProblems } from '../project/read-yaml-file.js'
import { UsageError } from '../usage-error.js'

/** A file of waivers as it stands: each entry with its line, the malformed ones apart. */
export interface WaiversFile {
  /** As it is shown. */
  readonly path: string
  readonly text: string
  readonly sha256: string
  readonly waivers: readonly { readonly waiver: Waiver; readonly line: number }[]
  readonly malformed: readonly MalformedWaiver[]
}

/** Reads gouji-waivers.yaml. Throws UsageError where it cannot be opened, is no YAML, or is no list of waivers. */
export const readWaivers = async (path: string, lang: Lang): Promise<WaiversFile> => {
  const { yaml, text, sha256 } = await readYamlFile(path, lang)
  refuseProblems(path, yaml.problems, lang)
  const entries = entriesOf(yaml.value)
  if (entries === null)
    throw new UsageError(
      say(
        lang,
        `${path}: 豁免文件应只有 waivers 一项，下面逐条列出豁免`,
        `${path}: a file of waivers has one key, waivers, a list`,
      ),
    )
  const waivers: { waiver: Waiver; line: number }[] = []
  const malformed: MalformedWaiver[] = []
  for (const [index, value] of entries.entries()) {
    const { line } = yaml.problemAt(`/waivers/${index}`, '')
    const entry = parseWaiver(value)
    if ('waiver' in entry) waivers.push({ waiver: entry.waiver, line })
    else malformed.push({ line, problems: entry.problems })
  }
  return { path, text, sha256, waivers, malformed }
}

/** The list `waivers`, the file's only key; `null` where it is another document. */
const entriesOf = (value: unknown): readonly unknown[] | null => {
  if (value === null) return []
  if (typeof value !== 'object' || Object.keys(value).join() !== 'waivers') return null
  const { waivers } = value as { readonly waivers: unknown }
  return waivers === null ? [] : Array.isArray(waivers) ? waivers : null
}
