/** The longest pattern that a pack may have. */
export const PATTERN_LIMIT = 500

/** How many repetitions without an upper bound one pattern may have: with k of them a text of n characters takes up to n^k steps. */
export const UNBOUNDED_LIMIT = 2

export type PatternFault = 'too-long' | 'invalid' | 'unsafe'

/** What is wrong with the pattern; `null` where it may be used: it then ends in reasonable time on any text. */
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
 * No back-references; nothing repeated that itself repeats or chooses, however deep; few repetitions without bound.
 * Stricter than need be, as what it lets through must never backtrack without end.
 */
const isSafe = (source: string): boolean => {
  if (/\\[1-9]|\\k/.test(source)) return false
  // Escapes and classes hold no structure.
  const bare = source.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x')
  const groups: { varies: boolean }[] = [{ varies: false }]
  let unbounded = 0
  for (let i = 0; i < bare.length; i++) {
    const char = bare[i]!
    const group = groups.at(-1)!
    if (char === '(') groups.push({ varies: false })
    else if (char === '|') group.varies = true
    else if (char === ')') {
      const { varies } = groups.pop()!
      const around = groups.at(-1)!
      if (varies) around.varies = true
      if (varies && repeatsMoreThanOnce(bare.slice(i + 1))) return false
    }
    const repetition = /^(?:[*+]|\{\d+(?:,\d*)?\})/.exec(bare.slice(i))?.[0]
    if (repetition === undefined) continue
    groups.at(-1)!.varies = true
    if (/^[*+]|,\}$/.test(repetition)) unbounded++
    i += repetition.length - 1
  }
  return unbounded <= UNBOUNDED_LIMIT
}

const repeatsMoreThanOnce = (rest: string): boolean => /^(?:[*+]|\{(?!1\}|0,1\}))/.test(rest)

/** The pattern, to find every match. */
export const compilePattern = (source: string): RegExp => new RegExp(source, 'gu')
