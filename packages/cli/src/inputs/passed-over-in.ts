import { resolve } from 'node:path'
import { compareText } from '@gouji/core'
import type { PassedOver } from '@gouji/reporters'
import { slashed } from './input.js'
import type { Contents } from './look-into.js'

/**
 * What the folders hold that was not audited, each path once: not what another path names, and no link to a folder that
 * was looked into all the same.
 */
export const passedOverIn = (folders: ReadonlyMap<string, Contents>, inputs: ReadonlySet<string>): PassedOver[] => {
  const looked = new Set([...folders.values()].flatMap((contents) => [...contents.folders]))
  const told = new Set(inputs)
  const passedOver: PassedOver[] = []
  for (const [folder, { others, links }] of folders) {
    const found = { format: others, link: links.filter(({ target }) => !looked.has(target)) }
    for (const because of ['format', 'link'] as const) {
      const paths = found[because].map(({ path }) => path).filter((path) => !told.has(resolve(path)))
      if (paths.length > 0) passedOver.push({ folder: slashed(folder), because, paths: paths.sort(compareText) })
      for (const path of paths) told.add(resolve(path))
    }
  }
  return passedOver
}
