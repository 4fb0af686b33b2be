import type { Body, Severity } from '@gouji/core'
import type { CatalogueFormat, Format, Lang } from '@gouji/reporters'
import type { FailOnName } from './config.js'

/** A pack as a config names it. */
export type NamedPack = string | { readonly name: string; readonly version?: string; readonly integrity?: string }

/** A config as it is written, once its schema has nothing against it. */
export interface ConfigDocument {
  readonly lang?: Lang
  /** Of all commands, so one that each of them has. */
  readonly format?: CatalogueFormat
  readonly failOn?: FailOnName
  readonly failOnNew?: boolean
  readonly bundled?: boolean
  readonly packs?: readonly NamedPack[]
  readonly severities?: Readonly<Record<string, Severity>>
  readonly bodies?: readonly (Body & { readonly name: string })[]
  readonly overlays?: readonly { readonly region: string; readonly pack: NamedPack }[]
  readonly waivers?: string
  readonly baseline?: string
  readonly outputs?: Readonly<Partial<Record<Format, string>>>
}
