import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { followLinks } from './follow-links.js'
import { forgetTemporary, rememberTemporary } from './temporary-files.js'

/** A file that appears under its name only when it is complete. */
export interface AtomicFile {
  write(text: string): Promise<void>
  /** Puts the file in its place. */
  commit(): Promise<void>
  /** Leaves no trace. */
  abandon(): Promise<void>
}

/**
 * Opens a file to be written whole: links are followed, and a file that is replaced keeps its mode. A pipe or a device
 * is written to as it is, since a file in its place would be another thing.
 */
export const openAtomically = async (path: string): Promise<AtomicFile> => {
  const before = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (before !== null && !before.isFile()) return openDirectly(path)
  const target = await followLinks(path)
  // Beside the target: a rename is atomic only within one file system.
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  // Before it is opened: the file is there before its opening is told.
  rememberTemporary(temporary)
  const file = await open(temporary, 'w').catch((error: unknown) => {
    forgetTemporary(temporary)
    throw error
  })
  const abandon = async (): Promise<void> => {
    await file.close().catch(() => {})
    await rm(temporary, { force: true })
    forgetTemporary(temporary)
  }
  try {
    if (before !== null) await file.chmod(before.mode & 0o7777)
  } catch (error) {
    await abandon()
    throw error
  }
  return {
    write: (text) => append(file, text),
    commit: async () => {
      // Else a machine that stops may keep the new name and not what was written.
      await file.datasync()
      await file.close()
      await rename(temporary, target)
      forgetTemporary(temporary)
    },
    abandon,
  }
}

const openDirectly = async (path: string): Promise<AtomicFile> => {
  const file = await open(path, 'w')
  return {
    write: (text) => append(file, text),
    commit: () => file.close(),
    abandon: () => file.close().catch(() => {}),
  }
}

const append = async (file: FileHandle, text: string): Promise<void> => {
  if (text !== '') await file.writeFile(text)
}
