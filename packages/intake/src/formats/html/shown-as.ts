import { html } from 'parse5'
import type { HtmlElement } from './html-tree.js'

/** How an element is shown: in its line, as a block, as a table, as the end of a line; or not at all. */
export type ShownAs = 'inline' | 'block' | 'table' | 'break' | 'pre' | 'nothing'

const SHOWN = new Map<string, ShownAs>([
  ...'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu ol p search section summary ul'
    .split(' ')
    .map((name) => [name, 'block'] as const),
  ...'listing plaintext pre xmp'.split(' ').map((name) => [name, 'pre'] as const),
  ...'area audio base button canvas datalist del dialog embed frame frameset head iframe img input link map meta meter nav noembed noframes noscript object optgroup option param progress rp s script select strike style svg template textarea title track video'
    .split(' ')
    .map((name) => [name, 'nothing'] as const),
  ['table', 'table'],
  ['br', 'break'],
  ['hr', 'break'],
])

// Without u: with it this takes nine times as long, on every element of a page.
const DISPLAY = /\bdisplay\s*:\s*(none|block|flex|grid|table|list-item|flow-root)/i

/** As browsers show it where no style sheet says otherwise; struck out text is not the page's any more. */
export const shownAs = ({ name, namespace, attributes }: HtmlElement): ShownAs => {
  const shown = SHOWN.get(name) ?? 'inline'
  const { hidden, style } = attributes
  if (hidden !== undefined || shown === 'nothing' || namespace === html.NS.SVG) return 'nothing'
  const display = style === undefined ? undefined : DISPLAY.exec(style)?.[1]?.toLowerCase()
  if (display === 'none') return 'nothing'
  return shown === 'inline' && display !== undefined ? 'block' : shown
}
