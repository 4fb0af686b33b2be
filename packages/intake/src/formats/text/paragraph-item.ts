import type { Place } from '@gouji/core'
import type { ModelItem } from '../../model/document-model.js'
import { itemOf } from './item-of.js'
import { delimiterOf } from './split-cells.js'

/** A paragraph of any document, read as a line of text is: a table may be typed with tabs. Null where it says nothing. */
export const paragraphItem = (text: string, place: Place): ModelItem | null =>
  itemOf(text, delimiterOf(text), () => place, false)
