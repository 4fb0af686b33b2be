import type { CompiledPack } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { UsageError } from '../usage-error.js'
import { nearMatch } from '../words/near-match.js'
import { findPackFile } from './find-pack-file.js'
import { openPack } from './open-pack.js'

/** The loaded pack of this name, else the pack that the path or the package's name means. Throws UsageError where there is none. */
export const namedPack = async (name: string, loaded: readonly CompiledPack[], lang: Lang): Promise<CompiledPack> => {
  const known = loaded.find(({ pack }) => pack.name === name)
  if (known !== undefined) return known
  const request = { name, from: process.cwd() }
  const near = nearMatch(
    name,
    loaded.map(({ pack }) => pack.name),
  )
  if (near !== undefined && (await findPackFile(request)) === null)
    throw new UsageError(
      say(
        lang,
        `找不到规则包 ${name}，是不是“${near}”？gouji packs 列出已加载的规则包`,
        `there is no pack ${name}; did you mean “${near}”? gouji packs lists the loaded packs`,
      ),
    )
  return (await openPack(request, lang)).compiled
}
