import { pairs, writePairs } from './code-units.js'

/** Terms to be found in texts; those of one watcher are a group. */
export interface TermIndex {
  /** Asks that these terms be looked for; returns the number of their group. Only before the first scan. */
  watch(terms: readonly string[]): number
  /** All groups' hits in a text, in one pass over it; terms of one character or two in the order of the text. */
  scan(text: string): readonly (Hits | undefined)[]
}

/** Hits of one group, each as two numbers: the term's place in its group, and where it stands. A text may have hundreds. */
export type Hits = number[]

interface Watched {
  readonly term: string
  /** Where in the term the two characters stand by which it is looked for. */
  readonly anchor: number
  readonly group: number
  /** Its place in its group. */
  readonly place: number
}

/**
 * An index of the terms of one pack: whatever the number of rules, a text is gone through once. Terms of one group may
 * overlap.
 */
export const createTermIndex = (): TermIndex => {
  const watched: Watched[] = []
  const groups = new Map<string, number>()
  let table: Table | null = null
  return {
    watch: (terms) => {
      const key = JSON.stringify(terms)
      const same = groups.get(key)
      if (same !== undefined) return same
      const group = groups.size
      groups.set(key, group)
      for (const [place, term] of terms.entries())
        if (terms.indexOf(term) === place) watched.push({ term, anchor: anchorOf(term), group, place })
      return group
    },
    scan: (text) => {
      table ??= layOut(watched)
      return scan(text, table, groups.size)
    },
  }
}

/** What a scan looks up. What it lets through is compared in full. */
interface Table {
  /**
   * For each character, by its code, the classes of anchors that it begins (low byte) and that it ends (high byte): two
   * characters may be an anchor where those of the first and of the second have one in common. Terms of one character
   * are a class that every character ends, as any may follow them.
   */
  readonly classes: Uint16Array
  /** For each character, by its code, where those stand in `anchored` whose anchors it begins. */
  readonly slots: Uint16Array
  readonly anchored: readonly (readonly Watched[])[]
}

const CODES = 0x10000
const MARK = 0x80
const CLASSES = 7

const layOut = (terms: readonly Watched[]): Table => {
  const classes = new Uint16Array(CODES).fill(MARK << 8)
  const slots = new Uint16Array(CODES)
  const anchored: Watched[][] = [[]]
  for (const watched of terms) {
    const { term, anchor } = watched
    const first = term.charCodeAt(anchor)
    if (slots[first] === 0) slots[first] = anchored.push([]) - 1
    anchored[slots[first]!]!.push(watched)
    if (term.length === 1) {
      classes[first]! |= MARK
      continue
    }
    const one = 1 << (first % CLASSES)
    classes[first]! |= one
    classes[term.charCodeAt(anchor + 1)]! |= one << 8
  }
  return { classes, slots, anchored }
}

/**
 * The rarest two characters, as far as a term tells: a word is common, and its doubling or a mark behind it is rare, so
 * 信息信息 is looked for by 息信, 条例》 by 例》.
 */
const anchorOf = (term: string): number => {
  const half = term.length / 2
  if (half > 1 && Number.isInteger(half) && term.slice(0, half) === term.slice(half)) return half - 1
  return Math.max(0, term.search(/.[^\p{L}\p{N}]/u))
}

const scan = (text: string, table: Table, groups: number): (Hits | undefined)[] => {
  const hits: (Hits | undefined)[] = new Array(groups).fill(undefined)
  const { classes } = table
  const written = pairs
  let before = 0
  for (let from = 0; from < text.length; ) {
    const count = writePairs(text, from)
    // Four at a time, as most have nothing: one question for all, and each character is looked up once.
    const whole = count - (count % 4)
    let index = 0
    for (; index < whole; index += 4) {
      const former = written[index >> 1]!
      const latter = written[(index >> 1) + 1]!
      const first = classes[former & 0xffff]!
      const second = classes[former >>> 16]!
      const third = classes[latter & 0xffff]!
      const fourth = classes[latter >>> 16]!
      const one = before & (first >> 8)
      const two = first & (second >> 8)
      const three = second & (third >> 8)
      const four = third & (fourth >> 8)
      if ((one | two | three | four) !== 0)
        matchAll(text, from + index - 1, (one && 1) | (two && 2) | (three && 4) | (four && 8), table, hits)
      before = fourth
    }
    for (; index < count; index++) {
      const next = classes[text.charCodeAt(from + index)]!
      if ((before & (next >> 8)) !== 0) matchAt(text, from + index - 1, table, hits)
      before = next
    }
    from += count
  }
  // Any character may follow one that is a term by itself, and so may the text's end.
  if ((before & MARK) !== 0) matchAt(text, text.length - 1, table, hits)
  return hits
}

/** Of four places from `start` on those whose bit is set. */
const matchAll = (text: string, start: number, places: number, table: Table, hits: (Hits | undefined)[]): void => {
  for (let i = 0; i < 4; i++) if (places & (1 << i)) matchAt(text, start + i, table, hits)
}

const matchAt = (text: string, index: number, { slots, anchored }: Table, hits: (Hits | undefined)[]): void => {
  const watched = anchored[slots[text.charCodeAt(index)]!]!
  for (let i = 0; i < watched.length; i++) {
    const { term, anchor, group, place } = watched[i]!
    const start = index - anchor
    if (term.length !== 1 && !standsAt(text, term, start)) continue
    let known = hits[group]
    if (known === undefined) {
      known = []
      hits[group] = known
    }
    // One by one, which is the quicker way, and begun empty, which makes room for more than two.
    known.push(place)
    known.push(start)
  }
}

const standsAt = (text: string, term: string, start: number): boolean => {
  if (start < 0 || start + term.length > text.length) return false
  for (let i = term.length - 1; i >= 0; i--) if (text.charCodeAt(start + i) !== term.charCodeAt(i)) return false
  return true
}
