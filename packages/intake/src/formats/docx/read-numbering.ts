import { childOf, type XmlElement } from '../xml/create-xml-reader.js'
import { numberIn, settingOf } from './ooxml.js'
import type { Styles } from './read-styles.js'

export interface Level {
  readonly start: number
  readonly format: string
  /** With `%1` for the first level's number. */
  readonly text: string
  readonly isDecimal: boolean
  /** The level above which it starts again, from 1; 0 for never, `null` for any above. */
  readonly restart: number | null
}

export interface List {
  /** Lists that count together have the same. */
  readonly counts: string
  readonly levels: ReadonlyMap<number, Level>
  /** Where this list sets the count as it begins. */
  readonly starts: ReadonlyMap<number, number>
  /** The level that a style's paragraphs are of. */
  readonly levelOfStyle: ReadonlyMap<string, number>
}

const FURTHEST_LINK = 10
/** Word writes no longer one, and starts at no greater number: a document must not grow by its labels. */
const LONGEST_LABEL = 100
const GREATEST_START = 32767

/** The lists of a document, by their number. */
export const readNumbering = (part: XmlElement | undefined, styles: Styles): ReadonlyMap<number, List> => {
  const abstracts = new Map<string, XmlElement>()
  const numbers = new Map<number, XmlElement>()
  for (const element of part?.children ?? []) {
    if (element.name === 'w:abstractNum') abstracts.set(element.attributes['w:abstractNumId'] ?? '', element)
    const id = numberIn(element.attributes['w:numId'])
    if (element.name === 'w:num' && id !== null) numbers.set(id, element)
  }
  const lists = new Map<number, List>()
  for (const [id, number] of numbers) {
    const counts = countsOf(number, { abstracts, numbers, styles })
    lists.set(id, listOf(counts, abstracts.get(counts), number))
  }
  return lists
}

/** The abstract list of a list, by way of the style that it is linked to. */
const countsOf = (
  number: XmlElement,
  {
    abstracts,
    numbers,
    styles,
  }: {
    readonly abstracts: ReadonlyMap<string, XmlElement>
    readonly numbers: ReadonlyMap<number, XmlElement>
    readonly styles: Styles
  },
): string => {
  let id = settingOf(number, 'w:abstractNumId') ?? ''
  for (let links = 0; links < FURTHEST_LINK; links++) {
    const link = settingOf(abstracts.get(id), 'w:numStyleLink')
    const next = link === undefined ? undefined : numbers.get(styles.of(link).list ?? 0)
    if (!next) break
    id = settingOf(next, 'w:abstractNumId') ?? ''
  }
  return id
}

const listOf = (counts: string, abstract: XmlElement | undefined, number: XmlElement): List => {
  const levels = new Map<number, Level>()
  const starts = new Map<number, number>()
  const levelOfStyle = new Map<string, number>()
  const add = (element: XmlElement) => {
    const level = numberIn(element.attributes['w:ilvl'])
    if (level === null) return
    levels.set(level, levelOf(element))
    const style = settingOf(element, 'w:pStyle')
    if (style !== undefined) levelOfStyle.set(style, level)
  }
  for (const child of abstract?.children ?? []) if (child.name === 'w:lvl') add(child)
  for (const override of number.children) {
    if (override.name !== 'w:lvlOverride') continue
    const level = childOf(override, 'w:lvl')
    if (level) add(level)
    const at = numberIn(override.attributes['w:ilvl'])
    const start = startIn(settingOf(override, 'w:startOverride'))
    if (at !== null && start !== null) starts.set(at, start)
  }
  return { counts, levels, starts, levelOfStyle }
}

const levelOf = (element: XmlElement): Level => ({
  start: startIn(settingOf(element, 'w:start')) ?? 0,
  format: settingOf(element, 'w:numFmt') ?? 'decimal',
  text: (settingOf(element, 'w:lvlText') ?? '').slice(0, LONGEST_LABEL),
  isDecimal: childOf(element, 'w:isLgl') !== undefined,
  restart: numberIn(settingOf(element, 'w:lvlRestart')),
})

const startIn = (text: string | undefined): number | null => {
  const start = numberIn(text)
  return start === null ? null : Math.min(Math.max(start, 0), GREATEST_START)
}
