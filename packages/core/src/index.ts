export { inferBody } from './form/infer-body.js'
export { type Day, dayNumber, findPeriod, parseIsoDay, type StatedPeriod, validDay } from './text/dates.js'
export {
  chineseNumber,
  normalizeLabel,
  type Ordinal,
  similarity,
  splitOrdinal,
  toHalfWidth,
  withoutNotes,
} from './text/normalize.js'
export * from './types.js'
