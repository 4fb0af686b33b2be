import { isAbsolute, relative, sep } from 'node:path'

/** Whether an absolute path is the folder, or lies in it. */
export const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
