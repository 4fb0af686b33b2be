import { cleanText } from '../message/clean-text.js'
import { mapTexts } from '../message/map-texts.js'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The text so that Markdown shows it as it is, on one line: in a table's cell, too. */
export const escapeMarkdown = (text: string): string =>
  cleanText(text)
    .trim()
    .replace(/[\\`*_[\]|#~]/g, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character]!)

/** A template's view with every text in it escaped, so that none is forgotten; labels, which are Markdown's own, stand beside it. */
export const escapeView = <View>(view: View): View => mapTexts(view, escapeMarkdown)
