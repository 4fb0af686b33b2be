import type { DocumentNotice, Form, OddRow, Place, Report, Unplaced } from '@gouji/core'
import { cleanText } from '../message/clean-text.js'
import { documentNoticeText } from '../message/document-notice-text.js'
import { bracketed, type Lang, say } from '../message/lang.js'
import { placeText } from '../message/place-text.js'
import { shortened } from '../message/shortened.js'

/** How many lines are shown. */
const MOST = 20

/**
 * What a reader of the report should know of how it was read, a line each: pages without a text, sections and tables
 * that were not found, rows that fit nowhere, texts that have no cell. Empty where all was placed.
 */
export const readingLines = (report: Report, form: Form, lang: Lang): readonly string[] => {
  const { document } = report
  if (!document) return []
  const lines = [
    ...noticeLines(document.notices ?? [], lang),
    ...missing(report, form, lang),
    ...document.oddRows.map((row) => oddRow(row, form, lang)),
    ...unplaced(document.unplaced, form, lang),
  ]
  const more = lines.length - MOST
  return more > 0 ? [...lines.slice(0, MOST), say(lang, `另有 ${more} 处`, `and ${more} more`)] : lines
}

const noticeLines = (notices: readonly DocumentNotice[], lang: Lang): readonly string[] =>
  [...groupedBy(notices, ({ code }) => code)].map(([code, same]) =>
    documentNoticeText(
      code,
      same.map(({ place }) => place),
      lang,
    ),
  )

const groupedBy = <Thing, Key>(
  all: readonly Thing[],
  keyOf: (thing: Thing) => Key,
): ReadonlyMap<Key, readonly Thing[]> => {
  const groups = new Map<Key, Thing[]>()
  for (const thing of all) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}

const at = (text: string, place: Place | undefined, lang: Lang): string =>
  text + bracketed(placeText(place, lang), lang)

const oddRow = ({ table, label, cells, expected, place }: OddRow, form: Form, lang: Lang): string => {
  const name = shortened(cleanText(label))
  const what =
    expected === undefined
      ? say(lang, `格式没有的一行「${name}」`, `a row that the form lacks: ${name}`)
      : say(
          lang,
          `「${name}」有 ${cells.length} 格，应为 ${expected} 格`,
          `${name} has ${cells.length} cells, and should have ${expected}`,
        )
  return at(`${labelOf(form, table)}：${what}`, place, lang)
}

const missing = ({ sections }: Report, form: Form, lang: Lang): readonly string[] => {
  const lost = form.sections.filter(({ id }) => !sections[id]).map(({ ordinal, heading }) => `${ordinal}、${heading}`)
  const tables = form.tables.filter(({ id, section }) => !sections[section]?.tables?.[id]).map(({ name }) => name)
  return [...lost, ...tables].map((name) => say(lang, `没有找到：${name}`, `not found: ${name}`))
}

/** The texts of one thing in one line, with the place of the first. */
const unplaced = (all: readonly Unplaced[], form: Form, lang: Lang): readonly string[] =>
  [...groupedBy(all, ({ pointer }) => pointer)].map(([pointer, texts]) => {
    const shown = shortened(cleanText(texts.map(({ text }) => text).join(' ')))
    const text = say(
      lang,
      `${labelOf(form, pointer)}：${texts.length} 处文字没有归位：${shown}`,
      `${labelOf(form, pointer)}: ${texts.length} texts without a cell: ${shown}`,
    )
    return at(text, texts[0]!.place, lang)
  })

/** A section's heading, a table's label, or a row's in its table. */
const labelOf = (form: Form, pointer: string): string => {
  const [, , section, , table, , row] = pointer.split('/')
  const found = form.tables.find(({ id }) => id === table)
  const rows = found?.blocks.flatMap((block) => block.rows) ?? []
  const label = rows.find(({ id }) => id === row)?.label
  const { ordinal = '', heading = pointer } = form.sections.find(({ id }) => id === section) ?? {}
  if (!found) return ordinal === '' ? heading : `${ordinal}、${heading}`
  return label === undefined ? found.name : `${found.name} · ${label}`
}
