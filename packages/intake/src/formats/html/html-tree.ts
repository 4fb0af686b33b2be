import { html, type TreeAdapterTypeMap } from 'parse5'

/** What of a page's tree is read: its elements and its texts. */
export type HtmlNode = HtmlElement | HtmlText

export interface HtmlElement {
  readonly name: string
  readonly namespace: html.NS
  readonly attributes: Attributes
  readonly children: HtmlNode[]
  /** Where in the source it begins, but for white space. */
  readonly offset: number
  parent: HtmlElement | null
}

export interface HtmlText {
  readonly name: null
  readonly offset: number
  text: string
  parent: HtmlElement | null
}

/** Only those that are read. */
export type Attributes = Readonly<Record<string, string>>

/** In parse5's order: node, parent, child, document, fragment, element, comment, text, template, doctype. */
export type HtmlTypes = TreeAdapterTypeMap<
  HtmlNode,
  HtmlElement,
  HtmlNode,
  HtmlElement,
  HtmlElement,
  HtmlElement,
  HtmlElement,
  HtmlText,
  HtmlElement,
  HtmlElement
>

export const NO_ATTRIBUTES: Attributes = Object.freeze({})

export const createElement = (
  name: string,
  namespace: html.NS = html.NS.HTML,
  attributes: Attributes = NO_ATTRIBUTES,
  offset = 0,
): HtmlElement => ({ name, namespace, attributes, children: [], offset, parent: null })
