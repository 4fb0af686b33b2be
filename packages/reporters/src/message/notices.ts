import { type Notice, type Pack, statusOf } from '@gouji/core'
import { type Lang, say } from './lang.js'
import { replacedText } from './replaced-text.js'

/**
 * What a reader should know of the packs that judged, on the day of the audit: those deprecated or not in force yet, and
 * those built upon another content of a loaded pack. That a pack's days have ended is no news of a report of its years.
 */
export const noticesOf = (
  judging: readonly Pack[],
  loaded: readonly Pack[],
  asOf: string,
  lang: Lang,
): readonly Notice[] =>
  judging.flatMap((pack) => [...statusNotices(pack, asOf, lang), ...baseNotices(pack, loaded, lang)])

/** What is said of a config that neither was named nor lies in the working folder or above: whoever sent the reports may have sent it too. */
export const foreignConfigNotice = (file: string, lang: Lang): Notice => ({
  code: 'CONFIG_FOREIGN',
  message: say(
    lang,
    `用的是 ${file}，它不在当前文件夹或其上级，可能是随报告来的；要用自己的配置就写 --config，都不用就写 --no-config`,
    `${file} is what was gone by: it lies neither in the working folder nor above it, and may have come with the reports; name your own with --config, or use none with --no-config`,
  ),
})

const statusNotices = (pack: Pack, asOf: string, lang: Lang): Notice[] => {
  const { name, version, validFrom, replacedBy } = pack
  switch (statusOf(pack, asOf)) {
    case 'deprecated': {
      const message = say(lang, `规则包 ${name} ${version} 已弃用`, `the pack ${name} ${version} is deprecated`)
      return [{ code: 'PACK_DEPRECATED', message: message + replacedText(replacedBy, lang) }]
    }
    case 'notYetActive': {
      const message =
        say(
          lang,
          `规则包 ${name} ${version} 在 ${asOf} 尚未生效`,
          `the pack ${name} ${version} is not in force yet on ${asOf}`,
        ) + (asOf < validFrom ? say(lang, `，自 ${validFrom} 起有效`, `; it is from ${validFrom} on`) : '')
      return [{ code: 'PACK_NOT_YET_ACTIVE', message }]
    }
    default:
      return []
  }
}

const baseNotices = ({ name, extends: bases = [] }: Pack, loaded: readonly Pack[], lang: Lang): Notice[] =>
  bases.flatMap((base) => {
    const now = loaded.find((pack) => pack.name === base.name)
    if (now === undefined || now.integrity === base.integrity) return []
    const message = say(
      lang,
      `规则包 ${name} 是在 ${base.name} ${base.version} 上构建的，与现在加载的 ${now.version} 内容不同；重新构建 ${name} 才会跟上`,
      `the pack ${name} was built upon ${base.name} ${base.version}, whose content is not that of the loaded ${now.version}; build ${name} anew to follow it`,
    )
    return [{ code: 'PACK_BASE_CHANGED', message }]
  })
