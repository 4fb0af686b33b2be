import type { FailureCode } from '@gouji/reporters'

/** A file to audit, or a path that names none. */
export interface Input {
  readonly path: string
  readonly missing?: FailureCode
  /** The system's own word for it. */
  readonly detail?: string
}

/** A path that is there and cannot be read. */
export const unreadable = (path: string, error: unknown): Input => ({
  path: slashed(path),
  missing: 'FILE_UNREADABLE',
  detail: (error as NodeJS.ErrnoException).code ?? 'EIO',
})

/** The path as results have it on every system. */
export const slashed = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path)
