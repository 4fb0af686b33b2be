import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Form, Report } from '@gouji/core'
import { type Given, IntakeError } from '@gouji/intake'
import { Tinypool } from 'tinypool'
import { InputError } from '../inputs/input-error.js'
import { intakeLimits, type Limits } from '../settings/limits.js'
import type { WorkerAnswer, WorkerSetup, WorkerTask } from './read-worker.js'

const MOST_WORKERS = 8

/** The longest that a timer waits, in milliseconds; past it, it would not wait at all. */
const LONGEST_WAIT = 2 ** 31 - 1

/** Threads that read documents, each one at a time. */
export interface ReaderPool {
  /** Takes the bytes away. Rejects with IntakeError, or with InputError where the time or the memory was not enough. */
  read(name: string, bytes: Uint8Array): Promise<{ readonly report: Report; readonly mediaType: string }>
  close(): Promise<void>
}

export const openReaderPool = (forms: readonly Form[], given: Given, limits: Limits): ReaderPool => {
  const setup: WorkerSetup = { forms, given, limits: intakeLimits(limits) }
  const threads = Math.min(availableParallelism(), MOST_WORKERS)
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./read-worker.js', import.meta.url)),
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 5000,
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  })
  // A thread that cannot even start breaks no task of its own.
  let isBroken = false
  const broken = new Promise<never>((_, reject) => pool.on('error', reject))
  broken.catch(() => {
    isBroken = true
  })
  let isClosed = false
  const waiting: (() => void)[] = []
  let free = threads
  // What waits for a thread does not use up its time.
  const enter = () => (free > 0 ? Promise.resolve(free--) : new Promise<void>((go) => waiting.push(go)))
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  return {
    read: async (name, bytes) => {
      await enter()
      const timeout = new AbortController()
      const timer = setTimeout(() => timeout.abort(), Math.min(limits.seconds * 1000, LONGEST_WAIT))
      try {
        // What still waited would start a thread anew.
        if (isClosed) throw new Error('the run has ended')
        const own = ownBytes(bytes)
        const task: WorkerTask = { name, bytes: own }
        const options = { transferList: [own.buffer], signal: timeout.signal }
        const answer: WorkerAnswer = await Promise.race([pool.run(task, options), broken])
        if (!('refusal' in answer)) return answer
        const { code, message, place, limit, detail } = answer.refusal
        throw new IntakeError(code, message, {
          ...(place && { place }),
          ...(limit && { limit }),
          ...(detail !== undefined && { detail }),
        })
      } catch (error) {
        throw refusalOf(error, timeout.signal.aborted)
      } finally {
        clearTimeout(timer)
        leave()
      }
    },
    close: async () => {
      isClosed = true
      // Threads that cannot start end by themselves, and may throw where one waits for their end.
      if (!isBroken) await pool.destroy()
    },
  }
}

/** In a buffer of their own: those of small files share one. */
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes)

const refusalOf = (error: unknown, isLate: boolean): unknown => {
  if (isLate) return new InputError('TOO_SLOW', {}, { cause: error })
  const { code } = error as NodeJS.ErrnoException
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? new InputError('OUT_OF_MEMORY', {}, { cause: error }) : error
}
