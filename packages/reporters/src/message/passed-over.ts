import type { Notice } from '@gouji/core'
import { joined, type Lang, say } from './lang.js'

/** What a folder holds that was not audited: files of formats that are not read, or links to folders. */
export interface PassedOver {
  readonly folder: string
  readonly because: 'format' | 'link'
  readonly paths: readonly string[]
}

/** The code of its notice. */
export const PASSED_OVER = 'FILES_PASSED_OVER'

/** How many of them are named. */
const MOST = 10

/** That not all of a folder was audited, which its owner may think it was. */
export const passedOverNotice = ({ folder, because, paths }: PassedOver, lang: Lang): Notice => {
  const named = joined(paths.slice(0, MOST), lang) + (paths.length > MOST ? say(lang, ' 等', ' and more') : '')
  const message =
    because === 'format'
      ? say(
          lang,
          `文件夹 ${folder} 里有 ${paths.length} 个文件没有审核，它们的格式不在可读之列：${named}`,
          `${paths.length} file(s) in the folder ${folder} were not audited, as their formats are not read: ${named}`,
        )
      : say(
          lang,
          `文件夹 ${folder} 里有 ${paths.length} 个链接指向别的文件夹，其中的文件没有审核；要审核，请直接写出那个文件夹：${named}`,
          `${paths.length} link(s) in the folder ${folder} lead to other folders, whose files were not audited; name those folders to have them audited: ${named}`,
        )
  return { code: PASSED_OVER, message }
}
