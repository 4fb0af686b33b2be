import { toItems } from '../../blocks/to-items.js'
import type { FormatReader } from '../format.js'
import { countLists } from './count-lists.js'
import { openDocx } from './open-docx.js'
import { readNotes } from './read-notes.js'
import { readNumbering } from './read-numbering.js'
import { readStory } from './read-story.js'
import { readStyles } from './read-styles.js'

/**
 * A Word document as it is printed when all its changes are accepted: with the numbers that Word counts itself, without
 * hidden text, each note after what refers to it. Headers and footers of its pages are not read.
 */
export const readDocx: FormatReader = (bytes, limits) => {
  const { main, related } = openDocx(bytes, limits)
  const styles = readStyles(related('styles'))
  const lists = readNumbering(related('numbering'), styles)
  const notes = readNotes(related('footnotes'), related('endnotes'))
  const blocks = readStory(main, { styles, lists, countList: countLists(lists), notes })
  return { items: toItems(blocks, { counts: true }) }
}
