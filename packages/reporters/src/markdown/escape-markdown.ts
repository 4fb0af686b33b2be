import { cleanText } from '../message/clean-text.js'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The text so that Markdown shows it as it is, on one line: in a table's cell, too. */
export const escapeMarkdown = (text: string): string =>
  cleanText(text)
    .trim()
    .replace(/[\\`*_[\]|#~]/g, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character]!)

/** A template's view with every text in it escaped, so that none is forgotten; labels, which are Markdown's own, stand beside it. */
export const escapeView = <View>(view: View): View => {
  if (typeof view === 'string') return escapeMarkdown(view) as View
  if (Array.isArray(view)) return view.map(escapeView) as View
  if (typeof view !== 'object' || view === null) return view
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, escapeView(value)])) as View
}
