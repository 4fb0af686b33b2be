import type { Body, Severity } from '@gouji/core'
import type { CatalogueFormat, Lang } from '@gouji/reporters'
import type { OutputFile } from '../output/sinks.js'
import type { OverlayRequest, PackRequest } from '../packs/pack-request.js'

/** From which severity a run fails. */
export const FAIL_ON = ['error', 'warning', 'note', 'never'] as const
export type FailOnName = (typeof FAIL_ON)[number]

/** A body of the register. */
export interface RegisteredBody {
  readonly kind?: NonNullable<Body['kind']>
  readonly rank?: NonNullable<Body['rank']>
  readonly region?: string
}

/** The register: the bodies that are known, by their names as labels are compared. */
export type Register = ReadonlyMap<string, RegisteredBody>

/** Severities that rules are given, by rule id, and where that is written. */
export type Severities = ReadonlyMap<string, { readonly severity: Severity; readonly place: string }>

/** What a config settles, its paths absolute; the command line goes before it. */
export interface Config {
  readonly lang?: Lang
  /** Of all commands, so one that each of them has. */
  readonly format?: CatalogueFormat
  readonly failOn?: FailOnName
  readonly failOnNew?: boolean
  readonly bundled?: boolean
  readonly packs: readonly PackRequest[]
  readonly severities: Severities
  readonly bodies: Register
  readonly overlays: readonly OverlayRequest[]
  readonly waivers?: string
  readonly baseline?: string
  readonly outputs: readonly OutputFile[]
}

export const NO_CONFIG: Config = {
  packs: [],
  severities: new Map(),
  bodies: new Map(),
  overlays: [],
  outputs: [],
}
