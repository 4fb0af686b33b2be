import type { Pack } from '@gouji/core'
import { type Lang, say } from './lang.js'
import { yearsText } from './selection-text.js'

/** The edition that a pack is of, with its report years: 60号格式（2019–2020 年度）. */
export const editionText = (pack: Pick<Pack, 'edition' | 'reportYears'>, lang: Lang): string => {
  const { edition, reportYears } = pack
  const isOpen = reportYears.to === undefined
  return say(
    lang,
    `${edition}格式（${isOpen ? `${reportYears.from} 年度起` : `${yearsText(pack)} 年度`}）`,
    `${edition} (${isOpen ? `from ${reportYears.from}` : yearsText(pack)})`,
  )
}
