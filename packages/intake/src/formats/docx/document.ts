import type { Counted } from './count-lists.js'
import type { Notes } from './read-notes.js'
import type { List } from './read-numbering.js'
import type { Styles } from './read-styles.js'

/** What the text of a document is read with. */
export interface DocxDocument {
  readonly styles: Styles
  readonly lists: ReadonlyMap<number, List>
  /** Counts the next paragraph of a list and gives its label. */
  readonly countList: (counted: Counted) => string
  readonly notes: Notes
}
