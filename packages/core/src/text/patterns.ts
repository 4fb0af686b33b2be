/** The longest pattern that a pack may have. */
export const PATTERN_LIMIT = 500

/** Repetitions above this many are as good as without a bound. */
const MANY = 100

/** How many ways the bounded repetitions of one pattern may be combined. */
const MOST_WAYS = 10_000

/** How many repetitions without a bound one pattern may have: a search tries every start, so with k of them n characters take up to n^(k+1) steps. */
export const UNBOUNDED_LIMIT = 1

export type PatternFault = 'too-long' | 'invalid' | 'unsafe'

/** What is wrong with the pattern; `null` where it may be used: a search then takes at most some MOST_WAYS times n² steps for n characters, and mostly n. */
export const patternFault = (source: string): PatternFault | null => {
  if (source.length > PATTERN_LIMIT) return 'too-long'
  try {
    new RegExp(source, 'gu')
  } catch {
    return 'invalid'
  }
  return isSafe(source) ? null : 'unsafe'
}

/**
 * No back-references; nothing repeated that itself repeats or chooses, however deep; at most one repetition without a
 * bound. Stricter than need be, as what it lets through must never backtrack without end.
 */
const isSafe = (source: string): boolean => {
  if (/\\[1-9]|\\k/.test(source)) return false
  // Escapes and classes hold no structure, nor does what opens a group.
  const bare = source
    .replace(/\\./gs, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(')
  const groups: { varies: boolean }[] = [{ varies: false }]
  let unbounded = 0
  let ways = 1
  for (let i = 0; i < bare.length; i++) {
    const char = bare[i]!
    let closed = { varies: false }
    if (char === '(') groups.push({ varies: false })
    else if (char === '|') groups.at(-1)!.varies = true
    else if (char === ')') closed = groups.pop()!
    const repetition = repetitionAt(bare, i + 1)
    if (closed.varies || repetition !== null) groups.at(-1)!.varies = true
    if (repetition === null) continue
    if (closed.varies && repetition.most > 1) return false
    if (repetition.most > MANY) unbounded++
    else ways *= 1 + repetition.most - repetition.least
    i += repetition.length
  }
  return unbounded <= UNBOUNDED_LIMIT && ways <= MOST_WAYS
}

/** The repetition that stands there, and how often it repeats at most. */
const repetitionAt = (
  bare: string,
  index: number,
): { readonly length: number; readonly least: number; readonly most: number } | null => {
  const match = /^(?:([*+])|(\?)|\{(\d+)(?:(,)(\d*))?\})\??/.exec(bare.slice(index, index + 24))
  if (!match) return null
  const [{ length }, endless, optional, least, comma, most] = match
  if (endless !== undefined) return { length, least: 0, most: Number.POSITIVE_INFINITY }
  if (optional !== undefined) return { length, least: 0, most: 1 }
  const bound = comma === undefined ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most)
  return { length, least: Number(least), most: bound }
}

/** The pattern, to find every match. */
export const compilePattern = (source: string): RegExp => new RegExp(source, 'gu')
