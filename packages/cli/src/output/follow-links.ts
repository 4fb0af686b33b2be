import { readlink, realpath } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'

/** The absolute path of what a path leads to by links, which need not be there yet. */
export const followLinks = async (path: string): Promise<string> => {
  try {
    return await realpath(path)
  } catch (error) {
    // Links in a circle lead nowhere; whoever opens them is told so.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return resolve(path)
  }
  const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)))
  const link = await readlink(path).catch(() => null)
  return link === null ? resolve(folder, basename(path)) : followLinks(resolve(folder, link))
}
