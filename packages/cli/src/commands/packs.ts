import { renderPacks } from '@gouji/reporters'
import { listing } from './listing.js'

/** Lists the loaded packs. */
export const packs = listing(renderPacks)
