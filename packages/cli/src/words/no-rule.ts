import { type Lang, say } from '@gouji/reporters'
import { nearMatch } from './near-match.js'

/** That there is no rule of the id, with the one that was meant. */
export const noRule = (id: string, ids: ReadonlySet<string>, lang: Lang): string => {
  const near = nearMatch(id, ids)
  return near === undefined
    ? say(lang, `没有“${id}”这条规则，用 gouji rules 看全部规则`, `there is no rule “${id}”; gouji rules lists all`)
    : say(lang, `没有“${id}”这条规则，是不是“${near}”？`, `there is no rule “${id}”; did you mean “${near}”?`)
}
