import type { Reason } from '../facts/fact.js'
import { type Reading, TRAIT } from '../reading/reading.js'
import type { CompiledRule } from './compile-rule.js'

/**
 * Why a check may have its answer on a page without a text; `null` where it has not, or where every page was read. A
 * table that is whole is judged as ever, and of what is missing from one the facts of cells tell it themselves.
 */
export const whyUnread = (
  { each, ofWholeReport }: CompiledRule,
  { form, unread, tableTraits }: Reading,
  subject: number,
): Reason | null => {
  if (unread === null) return null
  if (ofWholeReport) return { code: 'unread-page' }
  if (each === 'section') {
    const { id, pointer, label } = form.sections[subject]!
    return unread.has(id) ? { code: 'unread-page', pointer, label } : null
  }
  if (each !== 'table') return null
  const { section, pointer, label } = form.tables[subject]!
  return unread.has(section) && tableTraits[subject]! & TRAIT.missing ? { code: 'unread-page', pointer, label } : null
}
