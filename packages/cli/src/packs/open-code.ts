import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Pack, PackError, type PackProblem } from '@gouji/core'
import type { BuiltCode } from '@gouji/core/build'
import { importCode } from './import-code.js'

/** sha512 of a text or of bytes, as an integrity is written. */
export const integrityOf = (text: string | Buffer): string =>
  `sha512-${createHash('sha512').update(text).digest('base64')}`

/** The code beside a pack.json, after its hashes were compared: the text that was hashed is what runs. Throws PackError. */
export const openCode = async (pack: Pack | null, packFile: string): Promise<BuiltCode[]> => {
  const files: BuiltCode[] = []
  for (const named of Array.isArray(pack?.code) ? pack.code : []) {
    if (typeof named?.file !== 'string' || !/^[\w-]+(?:\.[\w-]+)*\.js$/.test(named.file)) continue
    const bytes = await readFile(join(dirname(packFile), named.file)).catch((cause) => {
      throw refuse('CODE', `${named.file} is not beside pack.json`, cause)
    })
    if (integrityOf(bytes) !== named.integrity)
      throw refuse('INTEGRITY', `${named.file} is not the code that was built`)
    const exports = await importCode(bytes).catch((cause: unknown) => {
      throw refuse(
        'CODE',
        `${named.file} does not load: ${cause instanceof Error ? cause.message : String(cause)}`,
        cause,
      )
    })
    files.push({ file: named.file, text: bytes.toString('utf8'), exports })
  }
  return files
}

const refuse = (code: PackProblem['code'], message: string, cause?: unknown): PackError =>
  new PackError('', [{ code, pointer: '/code', message }], { cause })
