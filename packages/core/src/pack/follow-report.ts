import { compileForm } from '../form/compile-form.js'
import { formWithLayouts, type OtherLayout, otherLayouts } from '../form/follow-tables.js'
import type { Reading } from '../reading/reading.js'
import type { Form } from '../types.js'
import { type CompiledPack, compileRules } from './compile-pack.js'

interface Followed {
  readonly layouts: readonly OtherLayout[]
  readonly pack: CompiledPack
}

/** More than three tables of two editions can be laid out in. */
const MOST = 16

/** By pack, those compiled for other layouts, the latest first. */
const known = new WeakMap<CompiledPack, Followed[]>()

/**
 * The pack as it judges a report that was read by its form: where a table follows another of the forms, or prints a
 * group's own row, its cells and sums are that layout's; what compares a table with the year's form leaves it to the
 * rules on editions.
 */
export const followReport = (compiled: CompiledPack, reading: Reading, forms: readonly Form[]): CompiledPack => {
  const layouts = otherLayouts(reading, forms)
  if (layouts.length === 0) return compiled
  const all = known.get(compiled) ?? []
  const found = all.find((followed) => isSame(followed.layouts, layouts))
  if (found) return found.pack
  const { pack, code } = compiled
  const editions = new Map(layouts.map(({ table, form }) => [table.id, form.edition]))
  const form = compileForm(formWithLayouts(pack.form, layouts), editions)
  const followed = { layouts, pack: { pack, code, form, rules: compileRules(pack, code, form, compiled.form) } }
  known.set(compiled, [followed, ...all].slice(0, MOST))
  return followed.pack
}

const isSame = (a: readonly OtherLayout[], b: readonly OtherLayout[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ table, form, ownRows }, index) =>
      table === b[index]!.table && form === b[index]!.form && ownRows.join() === b[index]!.ownRows.join(),
  )
