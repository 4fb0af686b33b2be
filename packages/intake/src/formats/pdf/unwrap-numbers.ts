import type { TextLine } from './text-lines.js'

/** What a word processor leaves free at the sides of a cell, where nothing else is said: 0.19 cm. */
const PADDING = 5.4
/**
 * The lines of a cell so wide, with a number that was too long for one as one: the line above is full, so that not
 * another digit would have gone in. Where there was room, two numbers stay two.
 */
export const unwrapNumbers = (lines: readonly TextLine[], width: number): readonly string[] => {
  const joined: string[] = []
  for (const [at, { text }] of lines.entries()) {
    const above = lines[at - 1]
    if (above && isDigits(above.text) && isDigits(text) && isFull(above, width)) joined.push(joined.pop() + text)
    else joined.push(text)
  }
  return joined
}

const isDigits = (text: string): boolean => /^[\d.,]+$/u.test(text)

const isFull = ({ box, text }: TextLine, width: number): boolean => width - box[2] < 2 * PADDING + box[2] / text.length
