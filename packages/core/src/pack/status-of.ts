import type { Pack } from '../types.js'

/**
 * A pack's status on a day (YYYY-MM-DD): what it says of itself, where it is not active; else what its days say. That a
 * pack has expired is no fault of a report of its years: those years have ended too.
 */
export const statusOf = ({ status, validFrom, validTo }: Pack, asOf: string): Pack['status'] => {
  if (status !== 'active') return status
  if (asOf < validFrom) return 'notYetActive'
  return validTo !== undefined && asOf > validTo ? 'expired' : 'active'
}
