import { gravityOf, type Issue } from './issue.js'

/** Some of many issues, and how many there were. */
export interface Gravest {
  add(issue: Issue): void
  /** From the gravest to the lightest, of equals the first first. */
  readonly kept: readonly Issue[]
  readonly total: number
}

/** Keeps the gravest issues of those that come, at most so many. */
export const keepGravest = (most: number): Gravest => {
  const kept: Issue[] = []
  let total = 0
  return {
    add: (issue) => {
      total++
      const gravity = gravityOf(issue)
      const at = kept.findLastIndex((other) => gravityOf(other) <= gravity) + 1
      if (at === most) return
      kept.splice(at, 0, issue)
      if (kept.length > most) kept.pop()
    },
    kept,
    get total() {
      return total
    },
  }
}
