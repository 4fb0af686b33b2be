import { type Audit, auditReport, type Report, withValue } from '@gouji/core'
import { edition2021, packs } from '../support/editions.js'

export const TOTAL = '/sections/disputes/tables/disputes/rows/review/total'
export const GRANTED = '/sections/requests/tables/requests/rows/granted/total'

/** The audit of the clean report with new values by pointer. */
export const judge = (changes: Readonly<Record<string, unknown>>): Audit =>
  auditReport(
    Object.entries(changes).reduce<Report>(
      (report, [pointer, value]) => withValue(report, pointer, value),
      edition2021.cleanReport(),
    ),
    packs,
  )
