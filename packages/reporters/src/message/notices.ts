import { type Notice, type Pack, statusOf } from '@gouji/core'
import { type Lang, say } from './lang.js'
import { replacedText } from './replaced-text.js'

/**
 * What a reader should know of the packs that judged: those deprecated, or not in force yet on the day of the audit.
 * That a pack's days have ended is no news of a report of its years.
 */
export const noticesOf = (packs: readonly Pack[], asOf: string, lang: Lang): Notice[] =>
  packs.flatMap((pack) => {
    const { name, version, validFrom, replacedBy } = pack
    const status = statusOf(pack, asOf)
    if (status === 'deprecated')
      return [
        {
          code: 'PACK_DEPRECATED',
          message:
            say(lang, `规则包 ${name} ${version} 已弃用`, `the pack ${name} ${version} is deprecated`) +
            replacedText(replacedBy, lang),
        },
      ]
    if (status === 'notYetActive')
      return [
        {
          code: 'PACK_NOT_YET_ACTIVE',
          message: say(
            lang,
            `规则包 ${name} ${version} 在 ${asOf} 尚未生效，自 ${validFrom} 起有效`,
            `the pack ${name} ${version} is not in force yet on ${asOf}; it is from ${validFrom} on`,
          ),
        },
      ]
    return []
  })
