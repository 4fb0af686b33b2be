import { cleanText } from '../message/clean-text.js'
import { hangPlain, type Paint } from './paint.js'
import { padded, textWidth } from './text-width.js'

/** Columns up to which names are put in line. */
export const WIDEST_NAME = 32

/** A text beside its name; under it where the name leaves no room. */
export const namedLines = (lead: string, name: string, nameWidth: number, text: string, paint: Paint): string[] => {
  const [left, right] = [cleanText(name), cleanText(text)]
  const beside = `${lead}${left === '' ? '' : `${padded(left, Math.min(nameWidth, WIDEST_NAME))}  `}`
  if (right !== '' && textWidth(beside) <= paint.width / 2) return hangPlain(beside, right, paint)
  return [
    ...hangPlain(lead, left, paint),
    ...(right === '' ? [] : hangPlain(' '.repeat(textWidth(lead) + 2), right, paint)),
  ]
}
