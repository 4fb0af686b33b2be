import type { Pack, Selection } from '@gouji/core'
import { joined, type Lang, say, textOf } from './lang.js'

/** The report years of a pack: 2019–2020, 2021–. */
export const yearsText = ({ reportYears: { from, to } }: Pick<Pack, 'reportYears'>): string =>
  to === from ? String(from) : `${from}–${to ?? ''}`

/** Why this pack judged, or why none did. With the loaded packs it also says which years they cover. */
export const selectionText = (selection: Selection, lang: Lang, packs: readonly Pack[] = []): string => {
  const loaded = joined(
    selection.packs.map((name) => {
      const pack = packs.find((candidate) => candidate.name === name)
      return pack ? `${name} ${yearsText(pack)}` : name
    }),
    lang,
  )
  const none = say(lang, '无', 'none')
  switch (selection.code) {
    case 'report-year': {
      const over = joined(selection.over ?? [], lang)
      const year = say(lang, `报告年度 ${selection.year}`, `report year ${selection.year}`)
      return over === '' ? year : year + say(lang, `（扩展了同年度的 ${over}）`, ` (it extends ${over} of that year)`)
    }
    case 'no-pack':
      if (selection.about !== undefined)
        return say(
          lang,
          `${selection.year} 年度：${textOf(selection.about, lang)}；没有加载适用的规则包，未作审核`,
          `report year ${selection.year}: ${textOf(selection.about, lang)}; no loaded pack covers it, nothing was audited`,
        )
      return say(
        lang,
        `没有加载适用于 ${selection.year} 年度的规则包（已加载：${loaded || none}），未作审核`,
        `no loaded pack covers report year ${selection.year} (loaded: ${loaded || none}); nothing was audited`,
      )
    case 'no-year':
      return say(
        lang,
        `不知道报告年度，选不出规则包（已加载：${loaded || none}），未作审核；请用 --year 指定`,
        `the report year is not known, so no pack could be chosen (loaded: ${loaded || none}); nothing was audited; give --year`,
      )
    default:
      return selection satisfies never
  }
}
