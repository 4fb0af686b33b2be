/** Terms to be found in texts; those of one watcher are a group. */
export interface TermIndex {
  /** Asks that these terms be looked for; returns the number of their group. Only before the first scan. */
  watch(terms: readonly string[]): number
  /** All groups' hits in a text, in one pass over it, in the order of the text. */
  scan(text: string): readonly (Hits | undefined)[]
}

/** Hits of one group: the terms' places in their group, and where they stand. Two lists of numbers, as a text may have hundreds. */
export interface Hits {
  readonly terms: number[]
  readonly indices: number[]
}

interface Watched {
  readonly term: string
  readonly first: number
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
      const key = terms.join('\n')
      const same = byList.get(key)
      if (same !== undefined) return same
      const group = groups++
      byList.set(key, group)
      for (const [place, term] of terms.entries()) {
        const watched = byTerm.get(term) ?? { term, first: term.charCodeAt(0), groups: [], places: [] }
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
  /** For two characters: whether a term of two or of more may begin with them. */
  readonly pairs: Uint8Array
  /** For three characters: whether a term may begin with them. Most that begin well (信息…) end here. */
  readonly triples: Uint8Array
  /** Whether the character is a term of its own. */
  readonly marks: Uint8Array
  readonly byFirst: readonly (readonly Watched[] | undefined)[]
}

const SIZE = 0x1000
const TWO = 1
const MORE = 2

const layOut = (terms: readonly Watched[]): Table => {
  const pairs = new Uint8Array(SIZE)
  const triples = new Uint8Array(SIZE)
  const marks = new Uint8Array(SIZE)
  const byFirst: (Watched[] | undefined)[] = new Array(SIZE).fill(undefined)
  for (const watched of terms) {
    const { term, first } = watched
    byFirst[first & 0xfff] = [...(byFirst[first & 0xfff] ?? []), watched]
    if (term.length === 1) marks[first & 0xfff] = 1
    else {
      const pair = (first * 31) ^ term.charCodeAt(1)
      pairs[pair & 0xfff] = pairs[pair & 0xfff]! | (term.length === 2 ? TWO : MORE)
      if (term.length > 2) triples[((pair * 31) ^ term.charCodeAt(2)) & 0xfff] = 1
    }
  }
  return { pairs, triples, marks, byFirst }
}

const scan = (text: string, { pairs, triples, marks, byFirst }: Table, groups: number): (Hits | undefined)[] => {
  const hits: (Hits | undefined)[] = new Array(groups).fill(undefined)
  const last = text.length - 1
  let code = text.charCodeAt(0)
  for (let index = 0; index < last; index++) {
    const next = text.charCodeAt(index + 1)
    const pair = (code * 31) ^ next
    const begins = pairs[pair & 0xfff]! | marks[code & 0xfff]!
    if (
      begins !== 0 &&
      (begins !== MORE || (index + 2 <= last && triples[((pair * 31) ^ text.charCodeAt(index + 2)) & 0xfff] !== 0))
    ) {
      matchAt(text, index, code, byFirst[code & 0xfff], hits)
    }
    code = next
  }
  if (last >= 0 && marks[code & 0xfff] !== 0) matchAt(text, last, code, byFirst[code & 0xfff], hits)
  return hits
}

const matchAt = (
  text: string,
  index: number,
  code: number,
  watched: readonly Watched[] | undefined,
  hits: (Hits | undefined)[],
): void => {
  if (watched === undefined) return
  for (let i = 0; i < watched.length; i++) {
    const { term, first, groups, places } = watched[i]!
    if (first !== code || !startsAt(text, term, index)) continue
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g]!
      let known = hits[group]
      if (known === undefined) {
        known = { terms: [], indices: [] }
        hits[group] = known
      }
      known.terms.push(places[g]!)
      known.indices.push(index)
    }
  }
}

const startsAt = (text: string, term: string, index: number): boolean => {
  for (let i = 1; i < term.length; i++) if (text.charCodeAt(index + i) !== term.charCodeAt(i)) return false
  return true
}
