import { rmSync } from 'node:fs'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

const paths = new Set<string>()

/** Takes the file away should the process be told to end before `forgetTemporary`. */
export const rememberTemporary = (path: string): void => {
  if (paths.size === 0) for (const signal of SIGNALS) process.on(signal, endBy)
  paths.add(path)
}

/** Leaves the file to whoever made it. */
export const forgetTemporary = (path: string): void => {
  paths.delete(path)
  if (paths.size === 0) stopListening()
}

const stopListening = (): void => {
  for (const signal of SIGNALS) process.off(signal, endBy)
}

const endBy = (signal: NodeJS.Signals): void => {
  for (const path of paths) rmSync(path, { force: true })
  stopListening()
  // Ends as it would have without a listener, so that the caller sees the signal.
  process.kill(process.pid, signal)
}
