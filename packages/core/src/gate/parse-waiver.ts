import { validateWaiver } from '../generated/validate-waiver.js'
import { type ShapeProblem, shapeProblems } from '../report/parse-report.js'
import { parseIsoDay } from '../text/dates.js'
import type { Waiver } from '../types.js'

/** An entry of a list of waivers: a waiver, or what is wrong with it. */
export type WaiverEntry = { readonly waiver: Waiver } | { readonly problems: readonly ShapeProblem[] }

/** The entry as a waiver where it is one. What is malformed waives nothing. */
export const parseWaiver = (value: unknown): WaiverEntry => {
  if (!validateWaiver(value)) return { problems: shapeProblems(validateWaiver.errors ?? []) }
  const waiver = value as Waiver
  const problems: ShapeProblem[] = []
  if (!waiver.fingerprint.startsWith(`${waiver.rule}:`))
    problems.push({ pointer: '/fingerprint', message: 'is of another rule' })
  if (parseIsoDay(waiver.expires) === null) problems.push({ pointer: '/expires', message: 'is no day' })
  return problems.length === 0 ? { waiver } : { problems }
}
