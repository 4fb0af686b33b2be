import { type Body, normalizeLabel, type Report } from '@gouji/core'
import type { Given } from '@gouji/intake'
import type { Register } from '../project/config.js'

/**
 * The report with its body as the register has it: kind, rank and region, but for what was given on the command line. A
 * body that the register has not is of no region.
 */
export const applyRegister = (report: Report, register: Register, given: Given): Report => {
  if (register.size === 0) return report
  const { region: _, ...own } = report.body ?? {}
  const known = own.name === undefined ? undefined : register.get(normalizeLabel(own.name))
  const stated: Partial<Body> = {
    ...(known?.kind && !given.kind && { kind: known.kind }),
    ...(known?.rank && !given.rank && { rank: known.rank }),
    ...(known?.region && { region: known.region }),
  }
  const body: Body = { ...own, ...stated }
  const { document } = report
  if (document === undefined) return { ...report, body }
  const inferred = document.inferred.filter((pointer) => !Object.keys(stated).some((key) => pointer === `/body/${key}`))
  return { ...report, body, document: { ...document, inferred } }
}
