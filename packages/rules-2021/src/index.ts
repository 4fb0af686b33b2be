import type { PackCode } from '@gouji/core'

export { pack } from './generated/pack.js'

/** The pack's own facts, as `loadPack` and `compilePack` take them: it has none, and needs none of its base's. */
export const code: PackCode = {}
