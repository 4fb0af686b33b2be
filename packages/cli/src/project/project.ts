import { realpath } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { RunFile } from '@gouji/core'
import type { Lang } from '@gouji/reporters'
import { type Config, NO_CONFIG } from './config.js'
import { findConfig } from './find-config.js'
import { isThere } from './is-there.js'
import { isWithin } from './is-within.js'
import { LOCK_NAME, type Lock } from './lock.js'
import { shownPath } from './shown-path.js'

/** The folder that a run belongs to, and what it says there. */
export interface Project {
  /** That of the config; the working folder where there is none. Absolute. */
  readonly folder: string
  /** Absolute; `null` where there is none. */
  readonly configFile: string | null
  readonly config: Config
  /** Where the lock is, or would be. */
  readonly lockFile: string
  readonly files: readonly RunFile[]
}

/** Finds the config that was asked for: the file named, none for `false`, else the nearest above the inputs. */
export const openProject = async (
  asked: string | false | undefined,
  inputs: readonly string[],
  lang: Lang,
): Promise<Project> => {
  const configFile = asked === undefined ? findConfig(inputs, lang) : asked === false ? null : resolve(asked)
  const folder = configFile === null ? resolve('.') : dirname(configFile)
  const project = { folder, configFile, lockFile: join(folder, LOCK_NAME) }
  if (configFile === null) return { ...project, config: NO_CONFIG, files: [] }
  const trusted = asked !== undefined || (await isAboveWork(folder))
  const { readConfig } = await import('./read-config.js')
  const { config, sha256 } = await readConfig(configFile, { trusted }, lang)
  return { ...project, config, files: [{ role: 'config', path: shownPath(configFile), sha256 }] }
}

/** Whether who works here put it there: anything else may have come with the inputs. */
const isAboveWork = async (folder: string): Promise<boolean> => isWithin(await realpath('.'), await realpath(folder))

/** The lock of the project, and the file it is; `null` where there is none. Throws UsageError where it is no lock. */
export const openLock = async (
  { lockFile }: Project,
  lang: Lang,
): Promise<{ readonly lock: Lock; readonly file: RunFile } | null> => {
  if (!isThere(lockFile)) return null
  const { readLock } = await import('./read-lock.js')
  const { lock, sha256 } = await readLock(lockFile, lang)
  return { lock, file: { role: 'lock', path: shownPath(lockFile), sha256 } }
}
