/** Something that could not be written: standard output where no path is given. It ends the run. */
export class OutputError extends Error {
  readonly code = 'OUTPUT'
  readonly path: string | undefined
  /** The system's own word for it. */
  readonly detail: string
  constructor(path: string | undefined, cause: unknown) {
    const { code, message } = cause as NodeJS.ErrnoException
    super(`cannot write ${path ?? 'standard output'}`, { cause })
    this.name = 'OutputError'
    this.path = path
    this.detail = code ?? message
  }
}
