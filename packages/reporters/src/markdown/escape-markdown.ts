import { cleanText } from '../message/clean-text.js'
import { mapTexts } from '../message/map-texts.js'

// GitHub takes what two dollar signs enclose for a formula, and knows no escape for them but this.
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', $: '<span>$</span>' }

/** Names of packages, which may be teams: they are shown as code, where nobody is called. */
const PACKAGES = /((?:@[a-z\d.-]+\/[a-z\d.-]+)+)/i

/**
 * What GitHub or GitLab makes a link, a call or a picture of, whether it is escaped or not: @name, addresses, #12,
 * !34, GH-12, &12, ~label, %milestone, *iteration:, [epic:, {+inserted+}, :smile:.
 */
const REFERENCE = /(@|:(?=\/\/|[\w+-]+:)|www(?=\.)|[#!&~%*](?=[\w"])|\[(?=\w+:)|[[{](?=[+-])|GH(?=-\d))/i

/** Nothing, which parts what stands before it from what follows. */
const PARTED = '<!-- -->'

/** What a block begins with that is a list or a line across. */
const LIST = /^(?:[-+](?=[ -]|$)|\d+(?=[.)](?: |$)))/

const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]|#~]/g, '\\$&').replace(/[&<>$]/g, (character) => ENTITIES[character]!)

const withoutReferences = (text: string): string =>
  text
    .split(REFERENCE)
    .map((part, index) => escaped(part) + (index % 2 === 1 ? PARTED : ''))
    .join('')

/**
 * The text so that Markdown shows it as it is, on one line: in a table's cell, too. It calls nobody and links nowhere but
 * to a commit whose hash it holds, as a report is a stranger's words, and an audit may be posted where a name calls its
 * bearer.
 */
export const escapeMarkdown = (text: string): string =>
  cleanText(text)
    .trim()
    .split(PACKAGES)
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : withoutReferences(part)))
    .join('')
    .replace(LIST, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))

/** A template's view with every text in it escaped, so that none is forgotten; labels, which are Markdown's own, stand beside it. */
export const escapeView = <View>(view: View): View => mapTexts(view, escapeMarkdown)
