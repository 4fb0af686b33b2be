import { type KeyChange, sameValue } from '@gouji/core'
import { type Lang, say } from './lang.js'
import { shortened } from './shortened.js'

/** One place at which two values differ, by the steps that lead there. */
export interface ChangeText {
  readonly path: string
  readonly text: string
}

/** How many places of one key are told. */
const MOST = 6

/** Where and how the values of a key differ: only what differs is told, and long values are shortened. */
export const changeTexts = ({ key, from, to }: KeyChange, lang: Lang): ChangeText[] => {
  const texts = differences(key, from, to, lang)
  if (texts.length <= MOST) return texts
  const rest = texts.length - MOST
  return [...texts.slice(0, MOST), { path: key, text: say(lang, `另有 ${rest} 处`, `${rest} more`) }]
}

/** Words that came and words that went. */
export const wordsText = (added: readonly string[], dropped: readonly string[], lang: Lang): string => {
  const quoted = (words: readonly string[]): string =>
    words.map((word) => `“${shortened(word, LONGEST)}”`).join(say(lang, '、', ', '))
  return [
    added.length > 0 ? say(lang, '新增', 'added ') + quoted(added) : '',
    dropped.length > 0 ? say(lang, '删去', 'dropped ') + quoted(dropped) : '',
  ]
    .filter(Boolean)
    .join(say(lang, '；', '; '))
}

const differences = (path: string, from: unknown, to: unknown, lang: Lang): ChangeText[] => {
  if (sameValue(from, to)) return []
  const keys = keysOf(from, to)
  if (keys !== null) return keys.flatMap(([step, before, after]) => differences(`${path}/${step}`, before, after, lang))
  if (areLists(from, to))
    return [{ path, text: listText(from as unknown[] | undefined, to as unknown[] | undefined, lang) }]
  const [before, after] = shortPair(plain(from), plain(to))
  return [{ path, text: `${before} → ${after}` }]
}

/** Two lists, or one of words where the other side has none. */
const areLists = (from: unknown, to: unknown): boolean => {
  const areWords = (value: unknown): boolean =>
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
  if (from === undefined) return areWords(to)
  return to === undefined ? areWords(from) : Array.isArray(from) && Array.isArray(to)
}

type Step = readonly [step: string, from: unknown, to: unknown]

/** The steps that lead further into both values; null where they can only be told whole. */
const keysOf = (from: unknown, to: unknown): readonly Step[] | null => {
  if (Array.isArray(from) && Array.isArray(to)) {
    const [before, after] = [byName(from), byName(to)]
    if (before !== null && after !== null) return stepsOf(before, after)
    const isDeep = [...from, ...to].every((item) => typeof item === 'object' && item !== null)
    return isDeep && from.length === to.length ? from.map((item, index) => [String(index), item, to[index]]) : null
  }
  const [before, after] = [asText(from, to), asText(to, from)]
  return isRecord(before) && isRecord(after)
    ? stepsOf(new Map(Object.entries(before)), new Map(Object.entries(after)))
    : null
}

/** A text in Chinese alone as one in two languages, where the other side is that. */
const asText = (value: unknown, other: unknown): unknown =>
  typeof value === 'string' && isRecord(other) && 'zh' in other ? { zh: value } : value

const stepsOf = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Step[] =>
  [...new Set([...before.keys(), ...after.keys()])].map((step) => [step, before.get(step), after.get(step)])

/** A list of things that each have another id or name; null where it is none. */
const byName = (items: readonly unknown[]): Map<string, unknown> | null => {
  const named = new Map(
    items.flatMap((item) => {
      const name = isRecord(item) ? (item.id ?? item.name) : undefined
      return typeof name === 'string' ? [[name, item] as const] : []
    }),
  )
  return items.length > 0 && named.size === items.length ? named : null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listText = (from: readonly unknown[] = [], to: readonly unknown[] = [], lang: Lang): string => {
  const beyond = (items: readonly unknown[], others: readonly unknown[]): string[] =>
    items.filter((item) => !others.some((other) => sameValue(item, other))).map(plain)
  return (
    wordsText(beyond(to, from), beyond(from, to), lang) || say(lang, '顺序或次数不同', 'in another order or number')
  )
}

const plain = (value: unknown): string =>
  value === undefined ? '—' : typeof value === 'string' && value !== '' ? value : JSON.stringify(value)

const LONGEST = 60
/** Characters that are kept before the first that differs. */
const LEAD = 12

/** Both texts shortened so that they still differ: what they have in common at their beginning goes first. */
const shortPair = (from: string, to: string): readonly [string, string] => {
  const [before, after] = [[...from], [...to]]
  if (Math.max(before.length, after.length) <= LONGEST) return [from, to]
  let same = 0
  while (same < Math.min(before.length, after.length) && before[same] === after[same]) same++
  const start = same - LEAD
  if (start <= LEAD) return [shortened(from, LONGEST), shortened(to, LONGEST)]
  const tail = (characters: readonly string[]): string => shortened(`…${characters.slice(start).join('')}`, LONGEST)
  return [tail(before), tail(after)]
}
