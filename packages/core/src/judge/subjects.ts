import type { SubjectKind } from '../facts/fact.js'
import { headingsOf } from '../facts/headings.js'
import type { CompiledForm } from '../form/compile-form.js'
import type { Reading } from '../reading/reading.js'
import type { Rule } from '../types.js'

/** The kind of thing a rule is applied to. */
export const subjectKind = (each: Rule['each']): SubjectKind =>
  typeof each === 'string' ? each : (Object.keys(each)[0] as SubjectKind)

/** The subjects of a rule, by index; `null` for headings, which are the report's own. */
export const subjectsOf = (each: Rule['each'], form: CompiledForm): readonly number[] | null => {
  const named = typeof each === 'string' ? undefined : each
  const indices = (items: readonly { readonly index: number }[]): number[] => items.map(({ index }) => index)
  switch (subjectKind(each)) {
    case 'report':
      return [0]
    case 'heading':
      return null
    case 'section':
      return indices(form.sections.filter(({ id }) => named?.section?.includes(id) ?? true))
    case 'table':
      return indices(form.tables.filter(({ id }) => named?.table?.includes(id) ?? true))
    case 'row':
      return indices(form.rows.filter(({ id }) => named?.row?.includes(id) ?? true))
    case 'cell':
      return indices(form.cells.filter(({ kind }) => named?.cell?.includes(kind) ?? true))
    case 'relation':
      return indices(form.relations.filter(({ id }) => id === named?.relation))
  }
}

/** The stable key of a check, and what an auditor calls the thing checked. */
export const checkOf = (
  kind: SubjectKind,
  index: number,
  reading: Reading,
): { readonly key: string; readonly label: string } => {
  const { form } = reading
  switch (kind) {
    case 'report':
      return { key: 'report', label: form.form.title }
    case 'heading': {
      const { entry } = headingsOf(reading)[index]!
      return { key: entry.section ?? `heading${index + 1}`, label: entry.heading }
    }
    default:
      return { key: keyOf(kind, index, form), label: specsOf(kind, form)[index]!.label }
  }
}

type FormSubject = Exclude<SubjectKind, 'report' | 'heading'>

const specsOf = (
  kind: FormSubject,
  form: CompiledForm,
): readonly { readonly id?: string; readonly key?: string; readonly label: string }[] => {
  switch (kind) {
    case 'section':
      return form.sections
    case 'table':
      return form.tables
    case 'row':
      return form.rows
    case 'cell':
      return form.cells
    case 'relation':
      return form.relations
  }
}

/** The stable key of a check of a thing of the form: its id, unless it has a key that tells more. */
export const keyOf = (kind: FormSubject, index: number, form: CompiledForm): string => {
  const { key, id = '' } = specsOf(kind, form)[index]!
  return key ?? id
}

/** Where checks of a kind belong: their table, and their row where it need not be there (else -1); `null` for kinds outside tables. */
export const placesOf = (
  kind: SubjectKind,
  form: CompiledForm,
): ((subject: number) => { readonly table: number; readonly localRow: number }) | null => {
  const ofRows = () => form.rows.map((row) => ({ table: row.table, localRow: row.form.local ? row.index : -1 }))
  switch (kind) {
    case 'table': {
      const places = form.tables.map(({ index }) => ({ table: index, localRow: -1 }))
      return (subject) => places[subject]!
    }
    case 'row': {
      const places = ofRows()
      return (subject) => places[subject]!
    }
    case 'cell': {
      const places = ofRows()
      return (subject) => places[form.cells[subject]!.row]!
    }
    case 'relation': {
      const places = form.relations.map(({ table }) => ({ table, localRow: -1 }))
      return (subject) => places[subject]!
    }
    default:
      return null
  }
}
