import type { Report } from '@gouji/core'
import type { PageInfo } from '../model/document-model.js'
import { findFooter } from './find-footer.js'
import type { Heading } from './outline.js'
import { findDay, isoDay } from './read-dates.js'
import type { Reading } from './reading.js'

/** When the report was published, who the page says published it, and the items that say only that. */
export interface Publication {
  readonly publishedOn: Report['publishedOn'] | null
  readonly publishedItem: number | null
  readonly source: string
  readonly items: ReadonlySet<number>
}

/** What a web page prints before the name of the body that a document comes from. */
const SOURCES =
  /(?:信息来源|文章来源|发布机构|发布单位|发文机构|发文单位|公开机构|公开主体|(?<!\p{Script=Han})来源)\s*[:：]\s*/u
const LONGEST_LINE = 120
/** How many lines from the end a signature or a page's date may stand. */
const LAST_LINES = 12

/** Looks for a signed date at the end, then for a page's date at the top or the end, then for what the page's head says. */
export const findPublication = (
  reading: Reading,
  headings: readonly Heading[],
  isTaken: (item: number) => boolean,
  body: string,
  { published = '', source: named = '' }: PageInfo = {},
): Publication => {
  const top = headings[0]?.item ?? Math.min(reading.items.length, 60)
  const above = range(0, top).filter((item) => !isTaken(item))
  const below = lastLines(reading, headings, isTaken)
  const items = new Set<number>()
  const signature = findSignature(reading, below, body, findFooter(reading, headings))
  for (const item of signature?.items ?? []) items.add(item)
  let page: { date: string; item: number } | null = null
  let source = ''
  for (const item of [...above, ...below]) {
    const { text } = reading.items[item]!
    if (text.length > LONGEST_LINE || items.has(item)) continue
    const date = pageDate(reading, text)
    const from = SOURCES.exec(text)
    if (date && !page) page = { date, item }
    if (from && source === '') source = sourceAfter(text.slice(from.index + from[0].length))
    if (date || from) items.add(item)
  }
  page ??= bareDate(reading, above)
  if (page) items.add(page.item)
  const item = signature?.item ?? page?.item ?? null
  const head = signature || page ? null : findDay(published)
  const date = page?.date ?? (head && isoDay(head.day))
  const publishedOn = signature
    ? ({ date: signature.date, from: 'report' } as const)
    : date === null
      ? null
      : ({ date, from: 'page' } as const)
  return { publishedOn, publishedItem: item, source: source || named, items }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

const lastLines = (reading: Reading, headings: readonly Heading[], isTaken: (item: number) => boolean): number[] => {
  const lines: number[] = []
  const last = headings.at(-1)
  const first = last ? last.item + last.items : 0
  for (let item = reading.items.length - 1; item >= first && lines.length < LAST_LINES; item--) {
    if (isTaken(item)) break
    if (!reading.noise[item]) lines.unshift(item)
  }
  return lines
}

interface Signature {
  readonly date: string
  readonly item: number
  readonly items: readonly number[]
}

/**
 * The last date beside the body's name, which may stand on the line above; else the last written out on a line of its
 * own, unless it stands below `footer`, where it may be another article's.
 */
const findSignature = (reading: Reading, lines: readonly number[], body: string, footer: number): Signature | null => {
  let bare: Signature | null = null
  for (const [at, item] of [...lines.entries()].reverse()) {
    const { text } = reading.items[item]!
    const printed = text.length > 60 ? null : findDay(text)
    if (!printed) continue
    const around = text
      .normalize('NFKC')
      .replace(printed.text, '')
      .replace(/[\s()]/gu, '')
    const date = isoDay(printed.day)
    const above = lines[at - 1]
    if (around !== '') {
      if (isName(around, body)) return { date, item, items: [item] }
    } else if (above !== undefined && isName(reading.items[above]!.text.replace(/\s/gu, ''), body))
      return { date, item, items: [above, item] }
    else if (printed.isWrittenOut && item < footer) bare ??= { date, item, items: [item] }
  }
  return bare
}

const isName = (text: string, body: string): boolean =>
  body !== '' && text.length >= 2 && text.length <= body.length + 12 && (text.endsWith(body) || body.endsWith(text))

/** The date after one of the forms' words; a short word counts only where no other word runs into it. */
const pageDate = (reading: Reading, text: string): string | null => {
  for (const word of reading.lexicon.published) {
    const at = text.indexOf(word)
    if (at < 0 || (word.length < 4 && /\p{Script=Han}$/u.test(text.slice(0, at)))) continue
    const after = text.slice(at + word.length)
    const printed = findDay(after)
    if (printed && /^[\s:：\]】)）]*$/u.test(after.normalize('NFKC').slice(0, printed.index)))
      return isoDay(printed.day)
  }
  return null
}

/** Under a title a page may print its date without a word. */
const bareDate = (reading: Reading, lines: readonly number[]): { date: string; item: number } | null => {
  for (const item of lines) {
    const { text } = reading.items[item]!
    const printed = text.length > 40 ? null : findDay(text)
    if (!printed) continue
    const around = text.normalize('NFKC').replace(printed.text, '')
    if (/^[\s()]*(?:\d{1,2}:\d{2}(?::\d{2})?)?[\s()]*$/u.test(around)) return { date: isoDay(printed.day), item }
  }
  return null
}

const sourceAfter = (text: string): string => /^[^\s:：|,，;；【[（(]+/u.exec(text)?.[0] ?? ''
