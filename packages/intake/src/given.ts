import { type Body, type Form, inferBody, type Report } from '@gouji/core'

/** What the caller says of a report. It goes before what the report says of itself. */
export interface Given {
  readonly year?: number
  readonly body?: string
  readonly kind?: NonNullable<Body['kind']>
  readonly rank?: NonNullable<Body['rank']>
  /** YYYY-MM-DD, checked by the caller. */
  readonly published?: string
}

/**
 * The report with what was given in place of what it said. Under a given name, kind and rank are inferred anew unless
 * they are given or the report states them.
 */
export const applyGiven = (report: Report, form: Form, given: Given): Report => {
  const { year, published } = given
  const { body, inferred } = bodyOf(report, form, given)
  return {
    ...report,
    ...(year !== undefined && { year, yearFrom: 'given' }),
    ...(body && { body }),
    ...(published !== undefined && { publishedOn: { date: published, from: 'given' } }),
    ...(report.document && { document: { ...report.document, inferred } }),
  }
}

const bodyOf = (report: Report, form: Form, given: Given): { body: Body | undefined; inferred: readonly string[] } => {
  const before = report.document?.inferred ?? []
  if (given.body === undefined && given.kind === undefined && given.rank === undefined)
    return { body: report.body, inferred: before }
  const name = given.body ?? report.body?.name
  const guess = name === undefined ? {} : inferBody(form, name)
  const isStated = (key: 'kind' | 'rank') => report.body?.[key] !== undefined && !before.includes(`/body/${key}`)
  const body: Body = {
    ...report.body,
    ...guess,
    ...(isStated('kind') && { kind: report.body?.kind }),
    ...(isStated('rank') && { rank: report.body?.rank }),
    ...(name !== undefined && { name }),
    ...(given.kind && { kind: given.kind }),
    ...(given.rank && { rank: given.rank }),
  } as Body
  const inferred = (['kind', 'rank'] as const)
    .filter((key) => guess[key as keyof typeof guess] !== undefined && !given[key] && !isStated(key))
    .map((key) => `/body/${key}`)
  return { body, inferred: [...before.filter((pointer) => !/^\/body\/(?:kind|rank)$/u.test(pointer)), ...inferred] }
}
