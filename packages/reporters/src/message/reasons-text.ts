import { cleanText } from './clean-text.js'
import { type Lang, say } from './lang.js'

/** How many reasons are told. */
const MOST = 3

/** Reasons in one line, each once, and how many more there are. */
export const reasonsText = (messages: readonly string[], lang: Lang): string => {
  const all = [...new Set(messages.map(cleanText))]
  const rest = all.length - MOST
  return (
    all.slice(0, MOST).join(say(lang, '；', '; ')) +
    (rest > 0 ? say(lang, `；等 ${all.length} 处`, `; and ${rest} more`) : '')
  )
}
