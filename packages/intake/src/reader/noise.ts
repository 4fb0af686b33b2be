import type { ModelItem } from '../model/document-model.js'
import { PICTURE } from '../model/picture.js'
import type { Lexicon } from './lexicon.js'
import { isPlainNumber } from './values.js'

const DASHED = /^[-—–−─~·•]{1,3}\s*\d{1,4}\s*[-—–−─~·•]{1,3}$/u
const NAMED = /^(?:第\s*\d{1,4}\s*页)?[\s,，/／]*(?:共\s*\d{1,4}\s*页)?$/u
const COUNTED = /^(?:\d{1,4}\s*\/\s*\d{1,4}\s*页?|\d{1,4}\s*页|页\s*\d{1,4})$/u

const LONGEST_CHROME = 60
const RULE = /^[-=_*─━—~]{5,}$/u

/**
 * Which items are a page's furniture: page numbers with their marks, rules, a title that pages repeat, and what the
 * web page prints around a report.
 */
export const findNoise = (items: readonly ModelItem[], lexicon: Lexicon): readonly boolean[] => {
  const titles = new Set<string>()
  return items.map(({ text, startsPage }, at) => {
    if (text === PICTURE) return true
    if (text.length > 60 || isPlainNumber(text)) return false
    const atBreak = startsPage || items[at + 1]?.startsPage === true || at === items.length - 1
    if (isPageNumber(text, atBreak) || RULE.test(text)) return true
    if (isChrome(text, lexicon.chrome) && !lexicon.published.some((word) => text.includes(word))) return true
    const title = text.replace(/\s+/gu, '')
    if (!lexicon.titles.some((name) => title.endsWith(name))) return false
    return titles.size === titles.add(title).size
  })
}

/** A bare number is none here: it may be a cell. */
const isPageNumber = (text: string, atBreak: boolean): boolean => {
  const half = text.normalize('NFKC')
  if (!/\d/u.test(half)) return false
  if (DASHED.test(half) || NAMED.test(half)) return true
  return COUNTED.test(half) && (atBreak || half.includes('页'))
}

/** Whether nothing but the words stands there: 【打印】 【关闭】; or one that opens a line of its own: 浏览次数:126. */
export const isChrome = (text: string, words: readonly string[]): boolean =>
  text.length <= LONGEST_CHROME && (isOfWords(text, words) || words.some((word) => opensLine(text, word)))

/** All that a visitors' counter says: 浏览次数:126, 您是第126位访客. A sentence has other words, or a stop. */
const COUNTER_WORDS =
  /您是|本(?:页面?|文|站|网站)|网站|页面|文章|总|累计|今日|已被?|共|阅读|浏览|访问|点击|查看|访客|者|量|数|第|位|人|次|[\d\s\p{P}\p{S}]/gu
const LONGEST_COUNTER = 40

/** Whether the text is a counter of a page's visitors; so may a report print a figure of its own, so where it stands must tell. */
export const isCounter = (text: string): boolean =>
  text.length <= LONGEST_COUNTER &&
  /阅读|浏览|访问|点击|查看|访客/u.test(text) &&
  /\p{Nd}|第\s*位/u.test(text) &&
  !/[。，,；;！？]/u.test(text) &&
  text.normalize('NFKC').replace(COUNTER_WORDS, '') === ''

const opensLine = (text: string, word: string): boolean =>
  word.length > 1 &&
  text.startsWith(word) &&
  !text.includes('。') &&
  (word.length < 4 ? /^\s*[:：]/u : /^\s*[:：©\s]/u).test(text.slice(word.length))

const isOfWords = (text: string, words: readonly string[]): boolean => {
  let rest = text.replace(/[\s\p{P}\p{S}]/gu, '')
  if (rest === '') return false
  while (rest !== '') {
    const word = words.find((candidate) => rest.startsWith(candidate))
    if (word === undefined) return false
    rest = rest.slice(word.length)
  }
  return true
}
