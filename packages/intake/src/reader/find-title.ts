import { normalizeLabel, withoutNotes } from '@gouji/core'
import type { ModelItem, PageInfo } from '../model/document-model.js'
import { findYear } from './read-dates.js'
import { type Reading, soleText } from './reading.js'

/** A report's title, and what it says. */
export interface Title {
  readonly item: number
  readonly items: number
  /** As printed, without white space. */
  readonly text: string
  readonly year: number | null
  /** The body that it names; empty where it names none. */
  readonly body: string
}

const LONGEST = 80
/** Breadcrumbs, metadata and sentences are no titles. */
const NO_TITLE = /[:：>》，。;；]/u
const FURTHEST = 400

/** The title: a line or two before `end` that end as the form's reports are called; of several the one that says most. */
export const findTitle = (reading: Reading, end: number): Title | null => {
  let best: { title: Title; rank: number } | null = null
  for (let item = 0; item < Math.min(end, FURTHEST); item++) {
    for (const title of titlesAt(reading, item)) {
      const rank = (title.year === null ? 0 : 1) + (title.body === '' ? 0 : 2)
      if (rank > (best?.rank ?? -1)) best = { title, rank }
    }
  }
  return best?.title ?? null
}

/** The title in a page's head, where it stands alone or before the site's name; it is printed on no item. */
export const titleOfPage = (reading: Reading, { title = '' }: PageInfo): Title | null => {
  for (const part of [title, ...title.split(/[_|｜－—-]|\s{2,}/u)]) {
    const found = part.trim() === '' || NO_TITLE.test(part) ? null : readTitle(reading, part)
    if (found) return { ...found, item: 0, items: 0 }
  }
  return null
}

const titlesAt = (reading: Reading, item: number): readonly Title[] => {
  const lines = [reading.items[item], reading.items[item + 1]].map((line) => (line ? soleText(line) : ''))
  if (isRowOfTexts(reading.items[item]!)) return []
  const [first = '', second = ''] = lines
  if (first.length > LONGEST || NO_TITLE.test(first)) return []
  const single = readTitle(reading, first)
  if (single) return [{ ...single, item, items: 1 }]
  if (second === '' || second.length > LONGEST || NO_TITLE.test(second) || reading.noise[item]) return []
  const whole = readTitle(reading, second)
  // A line above a title belongs to it only where the title itself does not say whose it is.
  if (whole && whole.body !== '') return []
  const joined = readTitle(reading, first + second)
  return joined ? [{ ...joined, item, items: 2 }] : []
}

/** 名称 | 某县某某局2020年政府信息公开工作年度报告 — what stands beside other texts is a page's information. */
const isRowOfTexts = ({ cells, showsBlanks }: ModelItem): boolean =>
  showsBlanks && new Set(cells.flatMap(({ text }) => (text === '' ? [] : [text]))).size > 1

const readTitle = (reading: Reading, line: string): Pick<Title, 'text' | 'year' | 'body'> | null => {
  const text = line.replace(/\s+/gu, '')
  const called = normalizeLabel(withoutNotes(text))
  const name = reading.lexicon.titles.find((title) => called.endsWith(title))
  if (name === undefined || text.length > LONGEST) return null
  return { text, year: findYear(text), body: bodyIn(withoutNotes(text), name) }
}

/** The title without what the report is called and without its year. */
const bodyIn = (text: string, name: string): string => {
  const half = text.normalize('NFKC')
  let end = half.length
  // The name is normalized: counted back over the characters that normalizing drops.
  for (let left = name.length; left > 0 && end > 0; ) left -= normalizeLabel(half.slice(--end, end + 1)).length
  return half
    .slice(0, end)
    .replace(/(?:(?:19|20)\d{2}|[一二三四五六七八九〇零○O]{4})\s*年?度?/u, '')
    .replace(/^关于|(?:关于|的)$/gu, '')
    .trim()
}
