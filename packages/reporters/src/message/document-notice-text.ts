import type { AuditNotice, DocumentNotice, Place } from '@gouji/core'
import { joined, type Lang, say } from './lang.js'

/** What a reader should know of how a document was read, and what to do about it; all places of one code in one sentence. */
export const documentNoticeText = (
  code: DocumentNotice['code'],
  places: readonly (Place | undefined)[],
  lang: Lang,
): string => {
  switch (code) {
    case 'unread-page': {
      const pages = pagesOf(places)
      return say(
        lang,
        `${pages.length > 0 ? `第 ${pages.join('、')} 页` : '有一部分'}是图片，没有读到文字，其中的内容没有审核；请提供有文字的版本再审`,
        `no text could be read on ${pages.length > 0 ? `page ${joined(pages, lang)}` : 'a part of it'}, which is a picture, so what stands there was not audited; audit a version with text`,
      )
    }
    case 'unsure-tables':
      return say(
        lang,
        '.doc 文件只读得到文字，表格的格子不一定对应得上；请另存为 .docx 再审',
        'of a .doc file only the text is read, and a value may have been taken for its neighbour’s; save it as .docx and audit that',
      )
    default:
      return code satisfies never
  }
}

/** The notices of an audit, those of one code told together. */
export const noticeTexts = (notices: readonly AuditNotice[] = [], lang: Lang): readonly string[] => {
  const pages = notices.filter(({ code }) => code === 'unread-page')
  const [first] = pages
  return notices.flatMap((notice) => {
    if (notice.code !== 'unread-page') return [notice.message]
    if (notice !== first) return []
    return [
      documentNoticeText(
        'unread-page',
        pages.map(({ place }) => place),
        lang,
      ),
    ]
  })
}

/** Page numbers in runs: 2, 4–7. */
const pagesOf = (places: readonly (Place | undefined)[]): readonly string[] => {
  const runs: { readonly from: number; to: number }[] = []
  for (const { page } of places.flatMap((place) => place ?? [])) {
    if (page === undefined) continue
    const last = runs.at(-1)
    if (last && page === last.to + 1) last.to = page
    else runs.push({ from: page, to: page })
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
}
