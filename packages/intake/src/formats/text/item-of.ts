import type { Place } from '@gouji/core'
import type { ModelItem } from '../../model/document-model.js'
import { cleanText, type Delimiter, splitCells } from './split-cells.js'
import { withoutMarks } from './without-marks.js'

/** A row without a text, or a rule between rows: three dashes or more, for one or two are a placeholder. */
const SAYS_NOTHING = /^(?=[\s|｜│]+$|.*[=─━—-]{3})[\s|｜│+:=─━┼—-]+$/u

/** A line as an item; null where it says nothing. `placeAt` tells the place of what begins so far into the line. */
export const itemOf = (
  text: string,
  delimiter: Delimiter,
  placeAt: (offset: number) => Place,
  startsPage: boolean,
): ModelItem | null => {
  const whole = withoutMarks(cleanText(text), true)
  const hasPipes = delimiter === 'pipe' || delimiter === 'closedPipe'
  if (whole === '' || (hasPipes && SAYS_NOTHING.test(whole))) return null
  const place = placeAt(Math.max(text.length - text.trimStart().length, text.indexOf(whole)))
  const showsBlanks = hasPipes || delimiter === 'tab'
  if (delimiter === 'none')
    return { text: whole, place, cells: [{ text: whole, place }], showsBlanks, endsOpen: true, startsPage }
  return {
    text: whole,
    place,
    // On demand: a file of nothing but delimiters would fill the memory with cells.
    get cells() {
      return splitCells(text, delimiter, placeAt)
    },
    showsBlanks,
    endsOpen: delimiter !== 'closedPipe',
    startsPage,
  }
}
