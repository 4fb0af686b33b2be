import type { PackCode } from '@gouji/core'
import { facts } from './facts.js'

export { pack } from './generated/pack.js'

/** The pack's own facts, as `loadPack` and `compilePack` take them. */
export const code: PackCode = { facts }
