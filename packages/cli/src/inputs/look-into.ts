import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Input, slashed, unreadable } from './input.js'

/** What of a folder is read: the endings that reports have. */
const READ = /\.(?:txt|json|s?html?|xhtml|docx?|xlsx|pdf)$/i

/** What no one takes for a report: hidden files, Word's lock files, installed packages, what a file manager leaves. */
const NO_REPORT = /^(?:[.~]|(?:node_modules|thumbs\.db|desktop\.ini)$)/i

/** What a folder and its folders hold. */
export interface Contents {
  readonly inputs: ListedFile[]
  /** Files of other endings. */
  readonly others: ListedFile[]
  /** Links to folders, which are not followed: they may lead anywhere, and back. */
  readonly links: LinkedFolder[]
  /** The folders looked into: absolute paths of no links. */
  readonly folders: Set<string>
}

/** A file, and where it is: an absolute path of no links, where that is known without asking. */
export interface ListedFile extends Input {
  readonly real?: string
}

interface LinkedFolder {
  readonly path: string
  /** Where it leads: an absolute path of no links. */
  readonly target: string
}

/** Looks into a folder and its folders; one that cannot be read is an input that cannot be read. */
export const lookInto = async (path: string): Promise<Contents> => {
  const contents: Contents = { inputs: [], others: [], links: [], folders: new Set() }
  await addFolder(path, await realpath(path).catch(() => resolve(path)), contents)
  return contents
}

const addFolder = async (folder: string, real: string, contents: Contents): Promise<void> => {
  contents.folders.add(real)
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => unreadable(folder, error))
  if (!Array.isArray(entries)) {
    contents.inputs.push(entries)
    return
  }
  for (const entry of entries) {
    if (NO_REPORT.test(entry.name)) continue
    const path = join(folder, entry.name)
    const shown = slashed(path)
    const target = entry.isSymbolicLink() ? await folderBehind(path) : null
    if (entry.isDirectory()) await addFolder(path, join(real, entry.name), contents)
    else if (target !== null) contents.links.push({ path: shown, target })
    // A pipe would be waited for.
    else if (entry.isFile() || entry.isSymbolicLink())
      (READ.test(entry.name) ? contents.inputs : contents.others).push({
        path: shown,
        ...(entry.isFile() && { real: join(real, entry.name) }),
      })
  }
}

const folderBehind = async (link: string): Promise<string | null> => {
  try {
    return (await stat(link)).isDirectory() ? await realpath(link) : null
  } catch {
    return null
  }
}
