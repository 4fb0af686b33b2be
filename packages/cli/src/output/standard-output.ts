let closed = false

/** Lets a reader of this program's output go away early (`| head`) without a word. */
export const allowEarlyClose = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      closed = true
    })
  }
}

/** Appends to standard output; resolves when it was taken, so that a slow reader holds the run back. */
export const print = (text: string): Promise<void> =>
  text === '' || closed ? Promise.resolve() : new Promise((resolve) => process.stdout.write(text, () => resolve()))

/** A line on standard error. */
export const complain = (line: string): void => {
  if (!closed) process.stderr.write(`${line}\n`)
}
