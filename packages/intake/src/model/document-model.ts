import type { Place } from '@gouji/core'

/** A cell's text, trimmed; blank is the empty string. */
export interface ModelCell {
  readonly text: string
  readonly place: Place
}

/** A paragraph, or a table's row. */
export interface ModelItem {
  /** The whole as printed, trimmed; never empty. */
  readonly text: string
  readonly place: Place
  /** One for a paragraph; merged cells are expanded, as blanks or as repeats. */
  readonly cells: readonly ModelCell[]
  /** Whether a blank cell would stand among the cells; false where cells are told apart only by the gaps between them. */
  readonly showsBlanks: boolean
  /** Whether nothing closes the row: blank cells at its end may have been trimmed away. */
  readonly endsOpen: boolean
  /** Whether a page begins with it. */
  readonly startsPage: boolean
}

/** What every format is read into: paragraphs and rows in the order of the document. */
export interface DocumentModel {
  readonly items: readonly ModelItem[]
}
