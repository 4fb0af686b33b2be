import type { DocumentNotice, Place } from '@gouji/core'

/** A cell's text, trimmed; blank is the empty string. */
export interface ModelCell {
  readonly text: string
  readonly place: Place
  /** How many columns of its table's grid it covers; 1 where nothing is said. */
  readonly columns?: number
  /** Whether it only goes on with the cell above, which is merged with it; then its text is empty. */
  readonly continues?: boolean
}

/** A paragraph, or a table's row. */
export interface ModelItem {
  /** The whole as printed, trimmed; never empty. */
  readonly text: string
  readonly place: Place
  /** One for a paragraph; merged cells are one cell, or are expanded as blanks or as repeats. */
  readonly cells: readonly ModelCell[]
  /** Whether a blank cell would stand among the cells; false where cells are told apart only by the gaps between them. */
  readonly showsBlanks: boolean
  /** Whether nothing closes the row: blank cells at its end may have been trimmed away. */
  readonly endsOpen: boolean
  /** Whether a page begins with it. */
  readonly startsPage: boolean
}

/** What the page that carries a report says of it beside its text, in a page's head or a file's properties. */
export interface PageInfo {
  readonly title?: string
  /** As printed. */
  readonly published?: string
  /** The body that it comes from. */
  readonly source?: string
}

/** A part of the document that holds no text to read, as a scanned page. */
export interface Unread {
  /** Index of the item before which it stands; the number of items where it is the last thing. */
  readonly item: number
  readonly place: Place
}

/** What every format is read into: paragraphs and rows in the order of the document. */
export interface DocumentModel {
  readonly items: readonly ModelItem[]
  readonly page?: PageInfo
  readonly unread?: readonly Unread[]
  readonly notices?: readonly DocumentNotice[]
}
