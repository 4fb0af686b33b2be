/** What a pattern of a pack may be, so that no pack can make the judge hang. */
export const PATTERN_LIMIT = 500

// A repetition whose body repeats, or whose alternatives may overlap, is what backtracks without end.
const NESTED_REPETITION = /\((?:[^()\\]|\\.)*(?:[*+]|\{\d+,\d*\})(?:[^()\\]|\\.)*\)(?:[*+]|\{\d+,\d*\})/
const REPEATED_ALTERNATIVES = /\((?:[^()\\]|\\.)*\|(?:[^()\\]|\\.)*\)(?:[*+]|\{\d+,\d*\})/

/** What is wrong with the pattern; `null` where it may be used. */
export const patternFault = (source: string): 'too-long' | 'invalid' | 'unsafe' | null => {
  if (source.length > PATTERN_LIMIT) return 'too-long'
  try {
    new RegExp(source, 'gu')
  } catch {
    return 'invalid'
  }
  return NESTED_REPETITION.test(source) || REPEATED_ALTERNATIVES.test(source) || /\\[1-9]|\\k</.test(source)
    ? 'unsafe'
    : null
}

/** The pattern, to find every match. */
export const compilePattern = (source: string): RegExp => new RegExp(source, 'gu')
