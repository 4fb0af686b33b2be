import type { Place } from '@gouji/core'
import type { Limits } from '../../limits.js'
import type { ParsedHtml } from './parse-html.js'

/** What the reading of one page shares. */
export interface PageReading {
  readonly placeAt: (offset: number) => Place
  readonly limits: Limits
  readonly cutCell: ParsedHtml['cutCell']
  /** How many more cells its tables may have. */
  cellsLeft: number
}
