import { type Lang, say } from '@gouji/reporters'

const QUIET_FOR = 1000
const EVERY = 100

/** A count of done inputs on standard error: on a terminal only, and only when the run is long. */
export interface Progress {
  /** Tells how many are done, if it is time to. */
  tell(done: number): void
  /** Takes the line away, so that something else can be written. */
  clear(): void
}

export const startProgress = (total: number, lang: Lang): Progress => {
  if (!process.stderr.isTTY || total < 2) return { tell: () => {}, clear: () => {} }
  let next = Date.now() + QUIET_FOR
  let shown = false
  return {
    tell: (done) => {
      if (Date.now() < next) return
      next = Date.now() + EVERY
      shown = true
      process.stderr.write(`\r${say(lang, `已审核 ${done}/${total}`, `${done}/${total} audited`)}`)
    },
    clear: () => {
      if (shown) process.stderr.write('\r\x1b[K')
      shown = false
    },
  }
}
