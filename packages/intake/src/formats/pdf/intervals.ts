export interface Interval {
  readonly from: number
  readonly to: number
}

/** Things whose positions lie no further apart than `reach` from one to the next, with their middle, in order. */
export const cluster = <T>(
  all: readonly T[],
  positionOf: (one: T) => number,
  reach: number,
): readonly { readonly at: number; readonly members: readonly T[] }[] => {
  const sorted = [...all].sort((a, b) => positionOf(a) - positionOf(b))
  const found: { at: number; members: T[] }[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const one of sorted) {
    const at = positionOf(one)
    const open = found.at(-1)
    if (open && at - last <= reach) open.members.push(one)
    else found.push({ at, members: [one] })
    last = at
  }
  for (const group of found)
    group.at = group.members.reduce((sum, one) => sum + positionOf(one), 0) / group.members.length
  return found
}

/** The intervals that lie on each other, or no further than `reach` apart, as one. */
export const mergeIntervals = (all: readonly Interval[], reach: number): readonly Interval[] => {
  const merged: { from: number; to: number }[] = []
  for (const { from, to } of [...all].sort((a, b) => a.from - b.from)) {
    const open = merged.at(-1)
    if (open && from - open.to <= reach) open.to = Math.max(open.to, to)
    else merged.push({ from, to })
  }
  return merged
}
