import type { Place } from '@gouji/core'

/** What a page does not print before a text: white space, written as it is or as a character's name, and the ends of tags. */
const UNPRINTED = /(?:\s|&(?:nbsp|ensp|emsp|thinsp|#160|#[xX][aA]0|#12288|#[xX]3000|#8194|#8195);?|<[/!?][^>]*>)+/y

/** Tells the line and the column of what is printed first at or after an offset in the source. */
export const placeIn = (source: string): ((offset: number) => Place) => {
  const starts = [0]
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return (offset) => {
    UNPRINTED.lastIndex = offset
    const printed = offset + (UNPRINTED.exec(source)?.[0].length ?? 0)
    let line = 0
    for (let to = starts.length; to - line > 1; ) {
      const middle = (line + to) >> 1
      if (starts[middle]! <= printed) line = middle
      else to = middle
    }
    return { line: line + 1, column: printed - starts[line]! + 1 }
  }
}
