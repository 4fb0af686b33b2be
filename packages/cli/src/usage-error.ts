/** What the user must mend before anything is done: a command, a config, a pack. One sentence or several, in the user's language. */
export class UsageError extends Error {
  readonly code = 'USAGE'
  readonly lines: readonly string[]
  constructor(lines: string | readonly string[], options?: ErrorOptions) {
    const all = typeof lines === 'string' ? [lines] : lines
    super(all.join('\n'), options)
    this.name = 'UsageError'
    this.lines = all
  }
}
