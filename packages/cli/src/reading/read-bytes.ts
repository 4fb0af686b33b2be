import { readFile, stat } from 'node:fs/promises'
import { InputError } from '../inputs/input-error.js'
import { isMissing } from '../inputs/is-missing.js'

const MEBIBYTE = 1024 * 1024

/** The bytes of a file of no more than `most` MiB, or of standard input for `-`. Throws InputError. */
export const readBytes = async (path: string, most: number): Promise<Buffer> => {
  const bytes = path === '-' ? await readStandardInput(most) : await readOneFile(path, most)
  refuseLarge(bytes.length, most)
  if (bytes.length === 0) throw new InputError('EMPTY')
  return bytes
}

const refuseLarge = (size: number, most: number): void => {
  if (size > most * MEBIBYTE) throw new InputError('TOO_LARGE', { limit: 'size' })
}

const readOneFile = async (path: string, most: number): Promise<Buffer> => {
  try {
    refuseLarge((await stat(path)).size, most)
    return await readFile(path)
  } catch (error) {
    if (error instanceof InputError) throw error
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    throw isMissing(error) ? new InputError('FILE_MISSING') : new InputError('FILE_UNREADABLE', { detail: code })
  }
}

const readStandardInput = async (most: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    refuseLarge(size, most)
  }
  return Buffer.concat(chunks)
}
