import { IntakeError, tooLarge } from '../../intake-error.js'
import type { Limits } from '../../limits.js'
import { readDirectory } from './read-directory.js'
import { unpack } from './unpack.js'

export interface Archive {
  /** As they stand in the directory, in small letters and with `/` between folders: data, and no paths of any disk. */
  readonly names: readonly string[]
  /**
   * The entry's bytes, `null` where there is none. Throws IntakeError `DAMAGED` where they are not what was promised,
   * `TOO_LARGE` for more than a text has.
   */
  read(name: string): Uint8Array | null
}

const MOST_ENTRIES = 10_000
/** Of pictures an archive may hold more, but they are not read; of XML each byte takes twenty of memory. */
const LARGEST_READ = 64 * 1024 * 1024

/**
 * The archive, of which nothing is unpacked before it is asked for. Throws IntakeError `TOO_LARGE` where all entries
 * together are more than `limits.unpackedBytes`, as they say themselves: one that holds another number of bytes than
 * it says is `DAMAGED`, as are entries that share bytes or a name. `ENCRYPTED` where any has a password.
 */
export const openZip = (bytes: Uint8Array, limits: Limits): Archive => {
  const entries = readDirectory(bytes, MOST_ENTRIES)
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  if (unpacked > limits.unpackedBytes) throw tooLarge('unpackedBytes', limits.unpackedBytes)
  if (entries.some(({ isEncrypted }) => isEncrypted))
    throw new IntakeError('ENCRYPTED', 'The document asks for a password.', { detail: 'ZIP' })
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (byName.size < entries.length) throw new IntakeError('DAMAGED', 'The archive holds two entries of one name.')
  return {
    names: [...byName.keys()],
    read: (name) => {
      const entry = byName.get(name.toLowerCase())
      if (entry && entry.size > LARGEST_READ) throw tooLarge('unpackedBytes', LARGEST_READ)
      return entry ? unpack(bytes, entry) : null
    },
  }
}
