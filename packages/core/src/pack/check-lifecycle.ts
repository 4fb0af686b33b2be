import { parseIsoDay } from '../text/dates.js'
import type { Pack } from '../types.js'
import type { PackProblem } from './pack-error.js'

/** What is wrong with a pack's years, days and status. */
export const checkLifecycle = ({ name, reportYears, validFrom, validTo, status, replacedBy }: Pack): PackProblem[] => {
  const problems: PackProblem[] = []
  const report = (pointer: string, message: string): void => void problems.push({ code: 'LIFECYCLE', pointer, message })
  for (const [key, day] of Object.entries({ validFrom, validTo }))
    if (day !== undefined && parseIsoDay(day) === null) report(`/${key}`, `the calendar has no day ${day}`)
  if (replacedBy === name) report('/replacedBy', 'a pack does not replace itself')
  if (reportYears.to !== undefined && reportYears.to < reportYears.from)
    report('/reportYears', `report years end with ${reportYears.to}, before they begin with ${reportYears.from}`)
  if (validTo !== undefined && validTo < validFrom)
    report('/validTo', `the pack ends on ${validTo}, before it begins on ${validFrom}`)
  if (status === 'deprecated' && replacedBy === undefined)
    report('/status', 'a deprecated pack names in replacedBy what takes its place')
  if (status !== 'deprecated' && replacedBy !== undefined)
    report('/replacedBy', `a pack that is ${status} is not replaced; make its status deprecated`)
  return problems
}
