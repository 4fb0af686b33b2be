import type { Notice, ShapeProblem, Waiver, WaiverState } from '@gouji/core'
import { joined, type Lang, say } from './lang.js'
import { shapeText } from './shape-text.js'

/** An entry of a file of waivers, and its line. */
export interface LocatedWaiver {
  readonly waiver: Waiver
  readonly line: number
  readonly state: WaiverState
}

/** An entry that is no waiver, and what is wrong with it. */
export interface MalformedWaiver {
  readonly line: number
  readonly problems: readonly ShapeProblem[]
}

/** What a reader should know of the file's waivers: those that waived nothing, and why. */
export const waiverNotices = (
  file: string,
  waivers: readonly LocatedWaiver[],
  malformed: readonly MalformedWaiver[],
  lang: Lang,
): readonly Notice[] => [
  ...malformed.map(({ line, problems }) => ({
    code: 'WAIVER_MALFORMED',
    message: say(
      lang,
      `${file}:${line}：这条豁免写法有误，不起作用：${shapeText(problems, lang, '')}`,
      `${file}:${line}: this waiver is malformed and waives nothing: ${shapeText(problems, lang, '')}`,
    ),
  })),
  ...waivers.flatMap(({ waiver, line, state }) => {
    const told = stateNotice(waiver, state, lang)
    return told === null ? [] : [{ code: told.code, message: `${file}:${line}${say(lang, '：', ': ')}${told.text}` }]
  }),
  ...elsewhereNotices(
    file,
    waivers.filter(({ state }) => state === 'elsewhere').map(({ line }) => line),
    lang,
  ),
]

const stateNotice = (
  { body, year, fingerprint, expires }: Waiver,
  state: WaiverState,
  lang: Lang,
): { readonly code: string; readonly text: string } | null => {
  const what = say(
    lang,
    `${body} ${year} 年度 ${fingerprint} 的豁免`,
    `the waiver of ${fingerprint}, ${body}, ${year}, `,
  )
  switch (state) {
    case 'expired':
      return {
        code: 'WAIVER_EXPIRED',
        text: what + say(lang, `已于 ${expires} 到期，问题重新计入`, `expired on ${expires}; the finding counts again`),
      }
    case 'changed':
      return {
        code: 'WAIVER_VALUES_CHANGED',
        text:
          what +
          say(
            lang,
            '所见的内容已与批准时不同，豁免失效，问题重新计入；核对后用 gouji waive 重新批准',
            'was given on other values and is void; the finding counts again; look at it and waive it anew with gouji waive',
          ),
      }
    case 'unused':
      return {
        code: 'WAIVER_UNUSED',
        text: what + say(lang, '没有对应的问题，可以删去', 'matches no finding; it can go'),
      }
    case 'used':
    case 'elsewhere':
      return null
    default:
      return state satisfies never
  }
}

/** How many lines are named. */
const MOST = 10

const elsewhereNotices = (file: string, lines: readonly number[], lang: Lang): Notice[] => {
  if (lines.length === 0) return []
  const named = joined(lines.slice(0, MOST).map(String), lang)
  const more = lines.length > MOST ? say(lang, '等', ' and more') : ''
  const message = say(
    lang,
    `${file}：有 ${lines.length} 条豁免没有用到（第 ${named} 行${more}）：这次没有审核它们的机关和年度，或其规则无法判断`,
    `${file}: ${lines.length} waiver(s) were not used (line ${named}${more}): their body and year were not audited, or their rule could not be judged`,
  )
  return [{ code: 'WAIVER_UNUSED', message }]
}
