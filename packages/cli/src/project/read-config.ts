import { dirname, resolve } from 'node:path'
import { escapeStep, normalizeLabel } from '@gouji/core'
import type { Lang } from '@gouji/reporters'
import { validateConfig } from '../generated/validate-config.js'
import { checkConfig } from './check-config.js'
import type { Config } from './config.js'
import type { ConfigDocument, NamedPack } from './config-document.js'

import { placeIn, readYamlFile, refuseProblems, yamlProblems } from './read-yaml-file.js'
import { shownPath } from './shown-path.js'

/**
 * Reads a config, and the hash of its bytes. `trusted`: its packs may hold code. Throws UsageError with all that is wrong
 * with it.
 */
export const readConfig = async (
  file: string,
  { trusted }: { readonly trusted: boolean },
  lang: Lang,
): Promise<{ readonly config: Config; readonly sha256: string }> => {
  const { yaml, sha256 } = await readYamlFile(file, lang)
  const folder = dirname(file)
  // A file of comments alone settles nothing, and is right.
  const shape = yaml.value === null ? yaml.problems : yamlProblems(yaml, validateConfig, lang)
  refuseProblems(file, [...shape, ...(await checkConfig(yaml, folder, lang))], lang)
  const document = (yaml.value ?? {}) as ConfigDocument
  const place = (pointer: string, of?: 'key'): string => placeIn(file, yaml, pointer, of)
  const request = (pack: NamedPack, pointer: string) => {
    const { name, version, integrity } = typeof pack === 'string' ? { name: pack } : pack
    return {
      name,
      from: folder,
      place: place(pointer),
      ...(version !== undefined && { version: { value: version, place: place(`${pointer}/version`) } }),
      ...(integrity !== undefined && { integrity: { value: integrity, place: place(`${pointer}/integrity`) } }),
      ...(!trusted && { namedBy: 'config' as const }),
    }
  }
  const { packs = [], severities = {}, bodies = [], overlays = [], waivers, baseline, outputs = {}, ...rest } = document
  const config: Config = {
    ...rest,
    packs: packs.map((pack, index) => request(pack, `/packs/${index}`)),
    severities: new Map(
      Object.entries(severities).map(([id, severity]) => [
        id,
        { severity, place: place(`/severities/${escapeStep(id)}`, 'key') },
      ]),
    ),
    bodies: new Map(bodies.map(({ name, ...body }) => [normalizeLabel(name), body])),
    overlays: overlays.map(({ region, pack }, index) => ({
      ...request(pack, `/overlays/${index}/pack`),
      region: region.trim(),
    })),
    ...(waivers !== undefined && { waivers: resolve(folder, waivers) }),
    ...(baseline !== undefined && { baseline: resolve(folder, baseline) }),
    outputs: (Object.entries(outputs) as [keyof typeof outputs, string][]).map(([format, path]) => ({
      format,
      path: shownPath(resolve(folder, path)),
      place: place(`/outputs/${format}`),
    })),
  }
  return { config, sha256 }
}
