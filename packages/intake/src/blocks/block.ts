import type { Place } from '@gouji/core'

/** What a document with real tables is made of, before its rows are told from its layout. */
export type Block = Paragraph | Grid

export interface Paragraph {
  readonly kind: 'paragraph'
  /** White space within it as it is shown; a line break that is printed is `\n`. */
  readonly text: string
  readonly place: Place
  /** Whether a page begins with it. */
  readonly startsPage?: boolean
}

export interface Grid {
  readonly kind: 'grid'
  readonly rows: readonly GridRow[]
}

export interface GridRow {
  readonly cells: readonly GridCell[]
  /** Whether a page begins with it. */
  readonly startsPage?: boolean
}

/** A cell as it is printed: a merged one stands once in each of its rows, and only the first of these holds its text. */
export interface GridCell {
  readonly blocks: readonly Block[]
  readonly place: Place
  /** How many columns it covers. */
  readonly columns: number
  /** Whether it goes on with the cell above. */
  readonly continues: boolean
}
