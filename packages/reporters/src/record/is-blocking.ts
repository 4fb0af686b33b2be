import type { FindingRecord, Severity } from '@gouji/core'
import { SEVERITIES } from '../message/words.js'

/** What makes a finding fail its report. */
export interface Failing {
  /** From which severity; error where absent. */
  readonly failOn?: Severity
  /** Only what the baseline does not have as it is. */
  readonly failOnNew?: boolean
}

/** Whether an open finding fails its report. */
export const isBlocking = ({ severity, waiver, baseline }: FindingRecord, failing: Failing): boolean => {
  const { failOn = 'error', failOnNew = false } = failing
  if (waiver !== undefined || (failOnNew && baseline === 'unchanged')) return false
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn)
}
