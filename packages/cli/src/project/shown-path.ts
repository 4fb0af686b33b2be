import { relative } from 'node:path'

/** A path as it is told: from the working folder, with slashes. */
export const shownPath = (path: string): string => {
  const shown = relative(process.cwd(), path) || '.'
  return process.platform === 'win32' ? shown.replaceAll('\\', '/') : shown
}
