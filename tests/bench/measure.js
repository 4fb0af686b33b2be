/**
 * The time of each function, in nanoseconds: its best in the quietest quarter of the rounds. The functions take turns, so
 * that whatever else the machine does falls on all of them alike; and only rounds of one quiet spell are compared, as the
 * best of two functions over all rounds may be of different spells.
 */
export const measureInTurns = async (functions, { seconds, rounds: fewest = 3 }) => {
  const rounds = []
  const end = performance.now() + seconds * 1000
  while (rounds.length < fewest || performance.now() < end) {
    const times = {}
    for (const [name, run] of Object.entries(functions)) {
      const start = process.hrtime.bigint()
      await run()
      times[name] = Number(process.hrtime.bigint() - start)
    }
    rounds.push(times)
  }
  const lengthOf = (times) => Object.values(times).reduce((sum, time) => sum + time, 0)
  const quiet = rounds
    .sort((a, b) => lengthOf(a) - lengthOf(b))
    .slice(0, Math.max(fewest, Math.ceil(rounds.length / 4)))
  return Object.fromEntries(
    Object.keys(functions).map((name) => [name, Math.min(...quiet.map((times) => times[name]))]),
  )
}
