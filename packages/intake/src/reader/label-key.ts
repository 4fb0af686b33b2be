import { normalizeLabel, type Ordinal, splitOrdinal, withoutNotes } from '@gouji/core'

/** What is compared of a label. */
export interface LabelKey {
  /** Normalized, without ordinal and without the notes at its end. */
  readonly key: string
  /** Normalized, without ordinal, with its notes. */
  readonly full: string
  readonly style: Ordinal['style']
  readonly value: number
}

/** Longer texts are no labels: a template's row label with its note runs to some 110 characters. */
const LONGEST_LABEL = 300
const NONE: LabelKey = { key: '', full: '', style: 'none', value: 0 }

/** The key of a label or heading; the empty key, which no label has, where the text is too long to be one. */
export const labelKey = (text: string): LabelKey => {
  if (text.length > LONGEST_LABEL) return NONE
  const { style, value, rest } = splitOrdinal(text)
  const open = unclosedAt(rest)
  const closed = open > 0 ? rest.slice(0, open) : rest
  const full = normalizeLabel(rest)
  const bare = withoutNotes(closed)
  return { key: bare === rest ? full : normalizeLabel(bare), full, style, value }
}

/** Whether the whole text stands in one pair of brackets: (指2019年事项数). */
export const isNote = (text: string): boolean => {
  if (!/^[(（]/u.test(text) || !/[)）]$/u.test(text)) return false
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const char = text[index]
    if (char === '(' || char === '（') depth++
    else if ((char === ')' || char === '）') && --depth === 0) return index === text.length - 1
  }
  return false
}

/** Where a bracket opens that the text does not close; -1 where there is none. */
export const unclosedAt = (text: string): number => {
  const open: number[] = []
  for (let index = 0; index < text.length; index++) {
    const char = text[index]
    if (char === '(' || char === '（') open.push(index)
    else if (char === ')' || char === '）') open.pop()
  }
  return open[0] ?? -1
}
