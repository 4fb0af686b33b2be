import type { PackProblem } from '../pack/pack-error.js'
import { escapeStep, pointerSteps, valueAt } from '../report/pointer.js'
import type { Rule } from '../types.js'
import type { Draft } from './extend-pack.js'
import type { PackSource } from './pack-source.js'
import type { SourceFile } from './source-files.js'

/** The problem of a built pack with the file and line in which its author wrote what is wrong. */
export const locateProblem = (problem: PackProblem, source: PackSource, draft: Draft): PackProblem => {
  if (problem.file !== undefined) return problem
  const rule = /^\/rules\/(\d+)(.*)$/.exec(problem.pointer)
  if (rule) return locateInRule(problem, Number(rule[1]), rule[2]!, source, draft)
  if (problem.pointer.startsWith('/form')) {
    const pointer = problem.pointer.slice('/form'.length)
    return source.form
      ? inFile(problem, source.form, pointerInChange(draft.form, source.form.value, pointer))
      : inherited(problem, source)
  }
  if (problem.pointer.startsWith('/clean'))
    return source.clean
      ? inFile(problem, source.clean, problem.pointer.slice('/clean'.length))
      : inherited(problem, source)
  return inFile(problem, source.manifest, problem.pointer)
}

const inFile = (problem: PackProblem, file: SourceFile, pointer: string): PackProblem => ({
  ...problem,
  file: file.name,
  line: file.lineOf(pointer),
})

/** What the base brings and the pack does not bear: the line that names the base. */
const inherited = (problem: PackProblem, { manifest }: PackSource): PackProblem =>
  inFile(
    { ...problem, message: `inherited: ${problem.message}; change or drop what does not fit` },
    manifest,
    '/extends',
  )

const locateInRule = (
  problem: PackProblem,
  index: number,
  pointer: string,
  source: PackSource,
  { rules }: Draft,
): PackProblem => {
  const { origin, value } = rules[index]!
  if (origin.file === null) return inherited(problem, source)
  if (origin.change === null) return inFile(problem, origin.file, pointer)
  const [key = ''] = pointerSteps(pointer) ?? []
  if (Object.hasOwn(origin.change, key)) return inFile(problem, origin.file, pointer)
  const set = Object.keys(origin.change.parameters ?? {}).find((name) =>
    (value as Rule).parameters?.[name]?.at.some(
      (place) => place === pointer || place.startsWith(`${pointer}/`) || pointer.startsWith(`${place}/`),
    ),
  )
  return inFile(problem, origin.file, set === undefined ? '/changes' : `/parameters/${escapeStep(set)}`)
}

/** The same place in what a derived pack changes, as far as it speaks of it: lists of things with ids are matched by id. */
const pointerInChange = (merged: unknown, change: unknown, pointer: string): string => {
  let at = ''
  let [left, right] = [merged, change]
  for (const step of pointerSteps(pointer) ?? []) {
    const next = valueAt(left, `/${escapeStep(step)}`)
    const id = (next as { readonly id?: unknown } | undefined)?.id
    // Whatever has an id stands at its own place among the changes, or is not among them at all.
    const own =
      Array.isArray(right) && id !== undefined ? String(right.findIndex((item) => item?.id === id)) : escapeStep(step)
    const found = valueAt(right, `/${own}`)
    if (found === undefined) return at
    at = `${at}/${own}`
    left = next
    right = found
  }
  return at
}
