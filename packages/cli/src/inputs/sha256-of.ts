import { createHash } from 'node:crypto'

/** The sha256 of the bytes, in hexadecimal, as results name files by. */
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
