import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A file that appears under its name only when it is complete. */
export interface AtomicFile {
  write(text: string): Promise<void>
  /** Puts the file in its place. */
  commit(): Promise<void>
  /** Leaves no trace. */
  abandon(): Promise<void>
}

/** Opens a temporary file beside the target: a rename is atomic only within one file system. */
export const openAtomically = async (path: string): Promise<AtomicFile> => {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  const file: FileHandle = await open(temporary, 'w')
  return {
    write: async (text) => {
      if (text !== '') await file.writeFile(text)
    },
    commit: async () => {
      await file.close()
      await rename(temporary, path)
    },
    abandon: async () => {
      await file.close().catch(() => {})
      await rm(temporary, { force: true })
    },
  }
}
