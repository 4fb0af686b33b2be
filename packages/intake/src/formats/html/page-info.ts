import type { PageInfo } from '../../model/document-model.js'
import type { HtmlElement } from './html-tree.js'

/** What the page's head says: its metas by the names that 《政府网站发展指引》 (国办发〔2017〕47号) gives them, else its title. */
export const readPageInfo = (document: HtmlElement): PageInfo => {
  const said = new Map<string, string>()
  const page = child(document, 'html')
  const head = page && child(page, 'head')
  for (const node of head?.children ?? []) {
    if (node.name !== 'meta') continue
    const { name = '', content = '' } = node.attributes
    const key = name.trim().toLowerCase()
    if (!said.has(key)) said.set(key, content.trim())
  }
  const title = said.get('articletitle') || textOf(head && child(head, 'title'))
  const published = said.get('pubdate')
  const source = said.get('contentsource')
  return { ...(title && { title }), ...(published && { published }), ...(source && { source }) }
}

const child = ({ children }: HtmlElement, wanted: string): HtmlElement | undefined =>
  children.find((node): node is HtmlElement => node.name === wanted)

const textOf = (element: HtmlElement | undefined): string => {
  const texts = element?.children.map((node) => (node.name === null ? node.text : '')) ?? []
  return texts.join('').replace(/\s+/gu, ' ').trim()
}
