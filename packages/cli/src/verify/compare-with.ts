/** Where a text that is made piece by piece first differs from the bytes expected: the line, from 1, and both lines. */
export interface TextDifference {
  readonly line: number
  readonly expected: string
  readonly actual: string
}

/** Compares with the bytes as pieces come, keeping none of what is the same. */
export const compareWith = (expected: Buffer): { append(text: string): void; end(): TextDifference | null } => {
  let offset = 0
  let odd: string | null = null
  return {
    append: (text) => {
      if (odd !== null) {
        odd += odd.length < LONGEST ? text : ''
        return
      }
      const bytes = Buffer.from(text)
      if (expected.subarray(offset, offset + bytes.length).equals(bytes)) offset += bytes.length
      else odd = text
    },
    end: () => {
      if (odd === null && offset === expected.length) return null
      const actual = Buffer.from(odd ?? '')
      const rest = expected.subarray(offset)
      let same = 0
      while (same < actual.length && same < rest.length && actual[same] === rest[same]) same++
      const at = offset + same
      // A negative offset would count from the end.
      const start = at === 0 ? 0 : expected.lastIndexOf(NEWLINE, at - 1) + 1
      return {
        line: countLines(expected, at),
        expected: lineOf(expected, start),
        actual: expected.toString('utf8', start, Math.max(start, offset)) + lineOf(actual, Math.max(0, start - offset)),
      }
    },
  }
}

const NEWLINE = 0x0a
const LONGEST = 10_000

const countLines = (bytes: Buffer, end: number): number => {
  let count = 1
  for (let index = bytes.indexOf(NEWLINE); index >= 0 && index < end; index = bytes.indexOf(NEWLINE, index + 1)) count++
  return count
}

const lineOf = (bytes: Buffer, start: number): string => {
  const end = bytes.indexOf(NEWLINE, start)
  return bytes.toString('utf8', start, end < 0 ? bytes.length : end).trimEnd()
}
