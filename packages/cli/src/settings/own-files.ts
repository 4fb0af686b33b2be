import type { OwnFiles } from '../inputs/list-inputs.js'
import { followLinks } from '../output/follow-links.js'
import { type OutputFile, parseOutput } from '../output/sinks.js'
import type { Settings } from './settings.js'

/** The files of `--output`, and those of the config that it does not write itself. Throws UsageError. */
export const outputsOf = async (
  asked: readonly string[],
  { outputs, lang }: Pick<Settings, 'outputs' | 'lang'>,
): Promise<OutputFile[]> => {
  const own = asked.map((text) => parseOutput(text, lang))
  if (outputs.length === 0) return own
  const taken = new Set(await Promise.all(own.map(({ path }) => followLinks(path))))
  const targets = await Promise.all(outputs.map(({ path }) => followLinks(path)))
  return [...own, ...outputs.filter((_, index) => !taken.has(targets[index]!))]
}

/** The files that a run writes, and those that it goes by: no folder's reports are among them. */
export const ownFiles = async (
  outputs: readonly OutputFile[],
  settings: Pick<Settings, 'project' | 'gate' | 'lock'>,
): Promise<OwnFiles> => {
  const { project, gate } = settings
  const own = new Map<string, 'output' | 'settings'>()
  const settle = async (path: string, use: 'output' | 'settings') => void own.set(await followLinks(path), use)
  for (const path of [project.configFile, gate.waivers, gate.baseline])
    if (path !== null && path !== undefined) await settle(path, 'settings')
  if (settings.lock !== null) await settle(settings.lock.file, 'settings')
  for (const { path } of outputs) await settle(path, 'output')
  return own
}
