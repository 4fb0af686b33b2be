import { html, type Token, type TreeAdapter } from 'parse5'
import { tooLarge } from '../../intake-error.js'
import type { Limits } from '../../limits.js'
import {
  type Attributes,
  createElement,
  type HtmlElement,
  type HtmlNode,
  type HtmlTypes,
  NO_ATTRIBUTES,
} from './html-tree.js'

const READ = new Set(['colspan', 'rowspan', 'hidden', 'style', 'name', 'content', 'type', 'value', 'width', 'height'])

export interface PlacingAdapter extends TreeAdapter<HtmlTypes> {
  /** Where in the source the last token ended, and what is created now begins. */
  offset: number
  /** The innermost of the elements that are open; null before the first. */
  readonly current: () => HtmlElement | null
}

/**
 * Builds the tree of what is read of a page. Throws IntakeError `TOO_LARGE` for more elements than the limits allow, or
 * more of them open in one another.
 */
export const createTreeAdapter = ({ elements, depth }: Limits): PlacingAdapter => {
  let count = 0
  let open = 0
  let current: HtmlElement | null = null
  let mode = html.DOCUMENT_MODE.NO_QUIRKS
  const contents = new WeakMap<HtmlElement, HtmlElement>()
  const comment = createElement('#comment')
  const insert = (parent: HtmlElement, child: HtmlNode, before: HtmlNode | null) => {
    if (child === comment) return
    child.parent = parent
    // From the end: what is moved out of a table goes before it, and the table is among the last.
    if (before === null) parent.children.push(child)
    else parent.children.splice(parent.children.lastIndexOf(before), 0, child)
  }
  const insertText = (parent: HtmlElement, text: string, before: HtmlNode | null) => {
    const { children } = parent
    const last = children[(before === null ? children.length : children.lastIndexOf(before)) - 1]
    if (last?.name === null) last.text += text
    else insert(parent, { name: null, text, parent, offset: adapter.offset }, before)
  }
  const adapter: PlacingAdapter = {
    offset: 0,
    createDocument: () => createElement('#document'),
    createDocumentFragment: () => createElement('#fragment'),
    createElement: (name, namespace, attributes) => {
      if (++count > elements) throw tooLarge('elements', elements)
      return createElement(name, namespace, pick(attributes), adapter.offset)
    },
    createCommentNode: () => comment,
    createTextNode: (text) => ({ name: null, text, parent: null, offset: adapter.offset }),
    appendChild: (parent, node) => insert(parent, node, null),
    insertBefore: insert,
    insertText: (parent, text) => insertText(parent, text, null),
    insertTextBefore: insertText,
    detachNode: (node) => {
      node.parent?.children.splice(node.parent.children.lastIndexOf(node), 1)
      node.parent = null
    },
    current: () => current,
    onItemPush: (element) => {
      if (++open > depth) throw tooLarge('depth', depth)
      current = element
    },
    onItemPop: (_, below) => {
      open--
      current = below
    },
    setTemplateContent: (template, content) => contents.set(template, content),
    getTemplateContent: (template) => contents.get(template)!,
    setDocumentMode: (_, next) => {
      mode = next
    },
    getDocumentMode: () => mode,
    getFirstChild: ({ children }) => children[0] ?? null,
    getChildNodes: ({ children }) => children,
    getParentNode: ({ parent }) => parent,
    getTagName: ({ name }) => name,
    getNamespaceURI: ({ namespace }) => namespace,
    getTextNodeContent: ({ text }) => text,
    isTextNode: (node) => node.name === null,
    isElementNode: (node): node is HtmlElement => node.name !== null,
    isCommentNode: (node): node is HtmlElement => node === comment,
    isDocumentTypeNode: (_): _ is HtmlElement => false,
    adoptAttributes: () => {},
    getAttrList: () => [],
    getCommentNodeContent: () => '',
    setDocumentType: () => {},
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    setNodeSourceCodeLocation: () => {},
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation: () => {},
  }
  return adapter
}

const pick = (attributes: readonly Token.Attribute[]): Attributes => {
  let picked: Record<string, string> | null = null
  for (const { name, value } of attributes) {
    if (!READ.has(name)) continue
    picked ??= {}
    picked[name] = value
  }
  return picked ?? NO_ATTRIBUTES
}
