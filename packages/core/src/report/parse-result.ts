import { validateResult } from '../generated/validate-result.js'
import type { Result } from '../types.js'
import { type ShapeProblem, shapeProblems } from './parse-report.js'

/** The value as a result of an earlier run, or what about its shape is wrong. */
export const parseResult = (
  value: unknown,
): { readonly result: Result } | { readonly problems: readonly ShapeProblem[] } =>
  validateResult(value) ? { result: value as Result } : { problems: shapeProblems(validateResult.errors ?? []) }
