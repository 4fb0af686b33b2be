import type { Body } from '@gouji/core'

/** What the command line says of the reports. It goes before what they say of themselves. */
export interface Given {
  readonly year?: number
  readonly body?: string
  readonly kind?: NonNullable<Body['kind']>
  readonly rank?: NonNullable<Body['rank']>
  readonly published?: string
}
