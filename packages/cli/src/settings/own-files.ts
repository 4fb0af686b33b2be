import { say } from '@gouji/reporters'
import type { OwnFiles } from '../inputs/list-inputs.js'
import { followLinks } from '../output/follow-links.js'
import { type OutputFile, parseOutput } from '../output/sinks.js'
import { UsageError } from '../usage-error.js'
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

/**
 * The files that a run writes, and those that it goes by: no folder's reports are among them. Throws UsageError where one
 * is both: a result written over its baseline would let through what it has just refused.
 */
export const ownFiles = async (
  outputs: readonly OutputFile[],
  settings: Pick<Settings, 'project' | 'gate' | 'lock' | 'lang'>,
): Promise<OwnFiles> => {
  const { project, gate, lock, lang } = settings
  const own = new Map<string, 'output' | 'settings'>()
  for (const path of [project.configFile, gate.waivers, gate.baseline, lock?.file])
    if (path !== null && path !== undefined) own.set(await followLinks(path), 'settings')
  for (const { path, place = '--output' } of outputs) {
    const target = await followLinks(path)
    if (own.get(target) === 'settings')
      throw new UsageError(
        say(
          lang,
          `${place} 会覆盖这次运行所依据的文件（配置、锁定、豁免或基线）：${path}`,
          `${place} would overwrite a file that this run goes by (config, lock, waivers or baseline): ${path}`,
        ),
      )
    own.set(target, 'output')
  }
  return own
}
