import { cleanText } from '../message/clean-text.js'
import { mapTexts } from '../message/map-texts.js'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What a place that shows Markdown makes a link or a call of: names of packages, which may be teams; @name, addresses, #12, !34. */
const REFERENCE = /(?:@[a-z\d.-]+\/[a-z\d.-]+)+|@(?=[\p{L}\p{N}])|:(?=\/\/)|www(?=\.)|[#!](?=\d)/giu

/** Nothing, which parts what stands before it from what follows. */
const PARTED = '<!-- -->'

/**
 * The text so that Markdown shows it as it is, on one line: in a table's cell, too. It calls nobody and links nowhere, as
 * a report is a stranger's words, and an audit may be posted where a name calls its bearer.
 */
export const escapeMarkdown = (text: string): string =>
  cleanText(text)
    .trim()
    .replace(/[\\`*_[\]|#~]/g, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character]!)
    .replace(REFERENCE, (found) => (found.includes('/') ? `\`${found}\`` : found + PARTED))

/** A template's view with every text in it escaped, so that none is forgotten; labels, which are Markdown's own, stand beside it. */
export const escapeView = <View>(view: View): View => mapTexts(view, escapeMarkdown)
