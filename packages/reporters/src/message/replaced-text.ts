import { type Lang, say } from './lang.js'

/** What took the place of a rule or a pack, behind what is said of it; nothing where nothing did. */
export const replacedText = (replacedBy: string | undefined, lang: Lang): string =>
  replacedBy === undefined ? '' : say(lang, `，由 ${replacedBy} 取代`, `, replaced by ${replacedBy}`)
