import { validatePack } from '../generated/validate-pack.js'
import { shapeProblems } from '../report/parse-report.js'
import type { Pack } from '../types.js'
import { type CompiledPack, compilePack } from './compile-pack.js'
import type { PackCode } from './pack-code.js'
import { PackError } from './pack-error.js'

/** The version of everything that a pack is written in: its documents, the facts and operators that it may name. */
export const API_VERSION = 1

/**
 * A pack.json that somebody else built, ready to judge: its shape, its rules and every name in them are checked first.
 * Throws PackError with all problems.
 */
export const loadPack = (value: unknown, code: PackCode = {}): CompiledPack => {
  const { apiVersion } = (value ?? {}) as { readonly apiVersion?: unknown }
  if (apiVersion !== undefined && apiVersion !== API_VERSION)
    throw new PackError(nameOf(value), [
      {
        code: 'API_VERSION',
        pointer: '/apiVersion',
        message: `the pack is of apiVersion ${String(apiVersion)}, and this program takes ${API_VERSION}: use a version of each that agree`,
      },
    ])
  if (!validatePack(value)) {
    const problems = shapeProblems(validatePack.errors ?? [])
    throw new PackError(
      nameOf(value),
      problems.map((problem) => ({ code: 'SCHEMA', ...problem })),
    )
  }
  return compilePack(value as unknown as Pack, code)
}

const nameOf = (value: unknown): string => {
  const name = typeof value === 'object' && value !== null ? (value as { readonly name?: unknown }).name : undefined
  return typeof name === 'string' ? name.slice(0, 100) : 'without a name'
}
