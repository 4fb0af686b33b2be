import { html } from 'parse5'
import type { HtmlElement } from './html-tree.js'

/** How an element is shown: in its line, as a block, as a table, as the end of a line; as a mark beside its line's text, as a picture or a control, as a field that was filled in; or not at all. */
export type ShownAs = 'inline' | 'block' | 'table' | 'break' | 'pre' | 'mark' | 'picture' | 'field' | 'nothing'

const SHOWN = new Map<string, ShownAs>([
  ...'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu ol p search section summary ul'
    .split(' ')
    .map((name) => [name, 'block'] as const),
  ...'listing plaintext pre xmp'.split(' ').map((name) => [name, 'pre'] as const),
  ...'area audio base datalist del dialog frame frameset head link map meta nav noembed noframes noscript optgroup option param rp s script strike style template title track'
    .split(' ')
    .map((name) => [name, 'nothing'] as const),
  ...'button canvas embed iframe img meter object progress select svg video'
    .split(' ')
    .map((name) => [name, 'picture'] as const),
  ...'rt sub sup'.split(' ').map((name) => [name, 'mark'] as const),
  ['input', 'field'],
  ['textarea', 'field'],
  ['table', 'table'],
  ['br', 'break'],
  ['hr', 'break'],
])

// Without u: with it this takes nine times as long, on every element of a page.
const DISPLAY = /\bdisplay\s*:\s*(none|block|flex|grid|table|list-item|flow-root)/i

const UNSEEN = /visibility\s*:\s*(?:hidden|collapse)|line-through|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all/i
const RAISED = /vertical-align\s*:\s*su(?:per|b)/i

/** As browsers show it where no style sheet says otherwise; struck out text is not the page's any more. */
export const shownAs = ({ name, namespace, attributes }: HtmlElement): ShownAs => {
  const shown = SHOWN.get(name) ?? 'inline'
  const { hidden, style } = attributes
  if (hidden !== undefined || shown === 'nothing') return 'nothing'
  if (namespace === html.NS.SVG) return 'picture'
  const display = style === undefined ? undefined : DISPLAY.exec(style)?.[1]?.toLowerCase()
  if (display === 'none' || (style !== undefined && UNSEEN.test(style))) return 'nothing'
  if (shown === 'inline' && style !== undefined && RAISED.test(style)) return 'mark'
  return shown === 'inline' && display !== undefined ? 'block' : shown
}
