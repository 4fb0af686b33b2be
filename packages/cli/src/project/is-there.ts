import { lstatSync } from 'node:fs'

/** Whether there is a file, a folder or a link of the name. Asked at every start, so it waits for no thread. */
export const isThere = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // What cannot be looked at is told where the input itself is opened.
    return false
  }
}
