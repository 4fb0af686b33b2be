/**
 * The best time of each function over all rounds, in nanoseconds. The functions take turns, so that whatever else the
 * machine does falls on all of them alike.
 */
export const measureInTurns = async (functions, { seconds, rounds = 3 }) => {
  const best = Object.fromEntries(Object.keys(functions).map((name) => [name, Number.POSITIVE_INFINITY]))
  const end = performance.now() + seconds * 1000
  for (let round = 0; round < rounds || performance.now() < end; round++) {
    for (const [name, run] of Object.entries(functions)) {
      const start = process.hrtime.bigint()
      await run()
      best[name] = Math.min(best[name], Number(process.hrtime.bigint() - start))
    }
  }
  return best
}
