import { formatNumber } from './format-number.js'
import type { Level, List } from './read-numbering.js'

/** Which list and level count a paragraph. */
export interface Counted {
  readonly list: number
  readonly level: number
}

const DEEPEST = 9
const LABEL_END = /[\p{P}\s]$/u

/** Counts paragraphs in their order: each call gives what Word prints before the next one's text. */
export const countLists = (lists: ReadonlyMap<number, List>): ((counted: Counted) => string) => {
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return ({ list: id, level: at }) => {
    const list = lists.get(id)
    const level = list?.levels.get(at)
    if (!list || !level || at < 0 || at >= DEEPEST) return ''
    const numbers = counts.get(list.counts) ?? []
    counts.set(list.counts, numbers)
    const start = list.starts.get(at)
    const isBegun = begun.has(`${id} ${at}`)
    begun.add(`${id} ${at}`)
    const last = !isBegun && start !== undefined ? undefined : numbers[at]
    numbers[at] = last === undefined ? (start ?? level.start) : last + 1
    for (let below = at + 1; below < DEEPEST; below++) {
      const { restart = null } = list.levels.get(below) ?? {}
      if (restart === null || at < restart) numbers[below] = undefined
    }
    return labelOf(list, level, numbers)
  }
}

const labelOf = ({ levels, starts }: List, level: Level, numbers: readonly (number | undefined)[]): string => {
  if (level.format === 'bullet') return ''
  const label = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1
    const other = levels.get(at)
    const number = numbers[at] ?? starts.get(at) ?? other?.start ?? 0
    return formatNumber(number, level.isDecimal ? 'decimal' : (other?.format ?? 'decimal'))
  })
  return label === '' || LABEL_END.test(label) ? label : `${label} `
}
