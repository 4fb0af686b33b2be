import { readFile, stat } from 'node:fs/promises'
import { InputError } from './input-error.js'
import { isMissing } from './is-missing.js'

const MOST_BYTES = 64 * 1024 * 1024

/** The bytes of a file, or of standard input for `-`. Throws InputError. */
export const readBytes = async (path: string): Promise<Buffer> => {
  const bytes = path === '-' ? await readStandardInput() : await readOneFile(path)
  if (bytes.length > MOST_BYTES) throw new InputError('TOO_LARGE')
  if (bytes.length === 0) throw new InputError('EMPTY')
  return bytes
}

const readOneFile = async (path: string): Promise<Buffer> => {
  try {
    if ((await stat(path)).size > MOST_BYTES) throw new InputError('TOO_LARGE')
    return await readFile(path)
  } catch (error) {
    if (error instanceof InputError) throw error
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    throw isMissing(error) ? new InputError('FILE_MISSING') : new InputError('FILE_UNREADABLE', { detail: code })
  }
}

const readStandardInput = async (): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MOST_BYTES) throw new InputError('TOO_LARGE')
  }
  return Buffer.concat(chunks)
}
