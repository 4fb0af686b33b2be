/** Terms to be found in texts; those of one watcher are a group. */
export interface TermIndex {
  /** Asks that these terms be looked for; returns the number of their group. Only before the first scan. */
  watch(terms: readonly string[]): number
  /** All groups' hits in a text, in one pass over it, in the order of the text. */
  scan(text: string): readonly (Hits | undefined)[]
}

/** Hits of one group, each as two numbers: the term's place in its group, and where it stands. A text may have hundreds. */
export type Hits = number[]

interface Watched {
  readonly term: string
  /** Where in the term the two characters stand by which it is looked for. */
  readonly anchor: number
  readonly groups: number[]
  /** For each of its groups, its place there. */
  readonly places: number[]
}

/**
 * An index of the terms of one pack: whatever the number of rules, a text is gone through once. Terms of one group may
 * overlap.
 */
export const createTermIndex = (): TermIndex => {
  let groups = 0
  const byTerm = new Map<string, Watched>()
  const byList = new Map<string, number>()
  let table: Table | null = null
  return {
    watch: (terms) => {
      const key = JSON.stringify(terms)
      const same = byList.get(key)
      if (same !== undefined) return same
      const group = groups++
      byList.set(key, group)
      for (const [place, term] of terms.entries()) {
        const watched = byTerm.get(term) ?? { term, anchor: anchorOf(term), groups: [], places: [] }
        if (watched.groups.includes(group)) continue
        watched.groups.push(group)
        watched.places.push(place)
        byTerm.set(term, watched)
      }
      return group
    },
    scan: (text) => {
      table ??= layOut([...byTerm.values()])
      return scan(text, table, groups)
    },
  }
}

/**
 * What a scan looks up, by the last twelve bits of what it reads: tables of 4 KB, so that they stay in the nearest cache.
 * What they let through is compared in full.
 */
interface Table {
  /** For two characters: whether they are the anchor of a term. */
  readonly pairs: Uint8Array
  /** Whether the character is a term of its own. */
  readonly marks: Uint8Array
  /** By the first character of their anchors. */
  readonly anchored: readonly (readonly Watched[] | undefined)[]
}

const SIZE = 0x1000

const layOut = (terms: readonly Watched[]): Table => {
  const pairs = new Uint8Array(SIZE)
  const marks = new Uint8Array(SIZE)
  const anchored: (Watched[] | undefined)[] = new Array(SIZE).fill(undefined)
  for (const watched of terms) {
    const { term, anchor } = watched
    const first = term.charCodeAt(anchor)
    anchored[first & 0xfff] = [...(anchored[first & 0xfff] ?? []), watched]
    if (term.length === 1) marks[first & 0xfff] = 1
    else pairs[((first * 31) ^ term.charCodeAt(anchor + 1)) & 0xfff] = 1
  }
  return { pairs, marks, anchored }
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

const scan = (text: string, { pairs, marks, anchored }: Table, groups: number): (Hits | undefined)[] => {
  const hits: (Hits | undefined)[] = new Array(groups).fill(undefined)
  const last = text.length - 1
  let code = text.charCodeAt(0)
  for (let index = 0; index < last; index++) {
    const next = text.charCodeAt(index + 1)
    if ((pairs[((code * 31) ^ next) & 0xfff]! | marks[code & 0xfff]!) !== 0) {
      const watched = anchored[code & 0xfff]
      if (watched !== undefined) matchAt(text, index, watched, hits)
    }
    code = next
  }
  if (last >= 0 && marks[code & 0xfff] !== 0) matchAt(text, last, anchored[code & 0xfff]!, hits)
  return hits
}

const matchAt = (text: string, index: number, watched: readonly Watched[], hits: (Hits | undefined)[]): void => {
  for (let i = 0; i < watched.length; i++) {
    const found = watched[i]!
    const start = index - found.anchor
    if (!standsAt(text, found.term, start)) continue
    const { groups, places } = found
    for (let g = 0; g < groups.length; g++) {
      let known = hits[groups[g]!]
      if (known === undefined) {
        known = []
        hits[groups[g]!] = known
      }
      // One by one, which is the quicker way, and begun empty, which makes room for more than two.
      known.push(places[g]!)
      known.push(start)
    }
  }
}

const standsAt = (text: string, term: string, start: number): boolean => {
  for (let i = term.length - 1; i >= 0; i--) if (text.charCodeAt(start + i) !== term.charCodeAt(i)) return false
  return true
}
