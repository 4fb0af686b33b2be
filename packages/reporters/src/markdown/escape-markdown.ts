import { cleanText } from '../message/clean-text.js'
import { mapTexts } from '../message/map-texts.js'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What a place that shows Markdown makes a link of, or a notice to whom it names: addresses, @name, #12, !34. */
const REFERENCE = /(?<=:)(?=\/\/)|(?<=www)(?=\.)|(?<=@)(?=[\p{L}\p{N}])|(?<=[#!])(?=\d)/giu

/** Nothing, which parts what stands before it from what follows. */
const PARTED = '<!-- -->'

/**
 * The text so that Markdown shows it as it is, on one line: in a table's cell, too. It names nobody and links nowhere,
 * as a report is a stranger's words, and an audit may be posted where a name calls its bearer.
 */
export const escapeMarkdown = (text: string): string =>
  cleanText(text)
    .trim()
    .replace(/[\\`*_[\]|#~]/g, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character]!)
    .replace(REFERENCE, PARTED)

/** A template's view with every text in it escaped, so that none is forgotten; labels, which are Markdown's own, stand beside it. */
export const escapeView = <View>(view: View): View => mapTexts(view, escapeMarkdown)
