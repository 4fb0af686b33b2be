import { cleanText, inertLine } from '@gouji/reporters'
import { OutputError } from './output-error.js'

const closed = new Set<NodeJS.WriteStream>()

/** Lets a reader of this program's output go away early (`| head`) without a word. */
export const allowEarlyClose = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    // What else goes wrong is told by the write that it befalls; without a listener it would end the process.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') closed.add(stream)
    })
  }
}

/**
 * Appends to standard output; resolves when it was taken, so that a slow reader holds the run back. Throws OutputError
 * where it cannot be written, but not where its reader went away.
 */
export const print = async (text: string): Promise<void> => {
  if (text === '' || closed.has(process.stdout)) return
  try {
    await new Promise<void>((resolve, reject) =>
      process.stdout.write(text, (error) => (error ? reject(error) : resolve())),
    )
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw new OutputError(undefined, error)
    closed.add(process.stdout)
  }
}

/** Text for a reader on standard output; nothing in it is a command to a build server. */
export const tell = (text: string): Promise<void> => print(text.split('\n').map(inertLine).join('\n'))

/** A line on standard error, or several; nothing in it is a command to a build server, or to a terminal. */
export const complain = (text: string): void => {
  if (closed.has(process.stderr)) return
  for (const line of text.split(/\r\n|\r|\n/)) process.stderr.write(`${inertLine(cleanText(line))}\n`)
}
