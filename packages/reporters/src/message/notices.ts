import type { Notice, Pack } from '@gouji/core'
import { type Lang, say } from './lang.js'
import { replacedText } from './replaced-text.js'
import { STATUS } from './words.js'

/** What a reader should know of the packs that judged: those not in force. */
export const noticesOf = (packs: readonly Pack[], lang: Lang): Notice[] =>
  packs
    .filter(({ status }) => status !== 'active')
    .map(({ name, version, status, replacedBy }) => ({
      code: 'PACK_NOT_ACTIVE',
      message:
        say(
          lang,
          `规则包 ${name} ${version} ${STATUS.zh[status]}`,
          `the pack ${name} ${version} is ${STATUS.en[status]}`,
        ) + replacedText(replacedBy, lang),
    }))
