import { renderRules } from '@gouji/reporters'
import { listing } from './listing.js'

/** Lists every rule of the loaded packs. */
export const rules = listing(renderRules)
