import type { Form } from '@gouji/core'
import { labelKey } from './label-key.js'

export interface SectionWords {
  readonly id: string
  /** From 1, in the form's order. */
  readonly position: number
  readonly keys: readonly string[]
}

/** What the forms say of reports as a whole: their sections in order, and every form's words. */
export interface Lexicon {
  readonly sections: readonly SectionWords[]
  /** Section by the normalized wording of a heading. */
  readonly headings: ReadonlyMap<string, SectionWords>
  readonly titles: readonly string[]
  readonly published: readonly string[]
  /** Without white space, the longest first. */
  readonly chrome: readonly string[]
  readonly placeholders: ReadonlySet<string>
}

const union = (lists: readonly (readonly string[] | undefined)[]): string[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
]

const lexicons = new WeakMap<readonly Form[], Lexicon>()

/** The words of all forms together, gathered once for all documents. */
export const lexiconOf = (forms: readonly Form[]): Lexicon => {
  const lexicon = lexicons.get(forms) ?? createLexicon(forms)
  lexicons.set(forms, lexicon)
  return lexicon
}

const createLexicon = (forms: readonly Form[]): Lexicon => {
  const ids = union(forms.map(({ sections }) => sections.map(({ id }) => id)))
  const sections = ids.map((id, at): SectionWords => {
    const same = forms.flatMap((form) => form.sections.filter((section) => section.id === id))
    const headings = union(same.map(({ heading, variants = [] }) => [heading, ...variants]))
    return { id, position: at + 1, keys: headings.map((heading) => labelKey(heading).key) }
  })
  const words = (list: (form: Form) => readonly string[] | undefined) => union(forms.map(list))
  return {
    sections,
    headings: new Map(sections.flatMap((section) => section.keys.map((key) => [key, section]))),
    titles: words((form) => [form.title, ...(form.titleVariants ?? [])]).map((title) => labelKey(title).key),
    published: words(({ published }) => published),
    chrome: words(({ chrome }) => chrome).sort((a, b) => b.length - a.length),
    placeholders: new Set(words(({ placeholders }) => placeholders)),
  }
}
