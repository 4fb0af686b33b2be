import type { Example, Report } from '../types.js'
import { withValue } from './pointer.js'

/** An example with the clean report's years in its texts, so that one example serves the editions of many years. */
export const datedExample = (example: Example, { year }: Pick<Report, 'year'>): Example => {
  const { change } = example
  if (change === undefined || typeof year !== 'number') return example
  const years: Readonly<Record<string, number>> = { year, yearBefore: year - 1, yearAfter: year + 1 }
  const text = JSON.stringify(change).replaceAll(/\{\{(year|yearBefore|yearAfter)\}\}/g, (_, name: string) =>
    String(years[name]),
  )
  return { ...example, change: JSON.parse(text) as NonNullable<Example['change']> }
}

/** A report with parts taken away and values set, by pointer. Throws RangeError for what is no JSON Pointer. */
export const changedReport = (
  report: unknown,
  { change = {}, remove = [] }: Pick<Example, 'change' | 'remove'>,
): unknown => {
  let changed = report
  for (const pointer of remove) changed = withValue(changed, pointer, undefined)
  for (const [pointer, value] of Object.entries(change)) changed = withValue(changed, pointer, value)
  return changed
}
