const MOST = 10_000

/** The function with a memory, for a document prints the same texts again and again. */
export const remember = <T>(ask: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = ask(text)
    if (known.size < MOST) known.set(text, answer)
    return answer
  }
}
